import { dotenv } from '../../src/formats/dotenv/index.ts';
import type { Extract } from '../../src/model/format.ts';

/** A word that keeps the reader of environment files busy for hours, as a mistake of ours might. */
export const ENDLESS = 'ENDLESS';

/** Gives the reader of environment files that mistake. @returns what takes it back. */
export function makeSlow(): () => void {
  const { load } = dotenv;
  Object.assign(dotenv, { load: async () => slow(await load()) });
  return () => Object.assign(dotenv, { load });
}

function slow(extract: Extract): Extract {
  return source => {
    if (source.text.includes(ENDLESS)) takeHours();
    return extract(source);
  };
}

/** Not only loops: the time of a regular expression is nothing that it could look at. */
function takeHours(): void {
  /^(?:.+)+\n$/.test('a'.repeat(60));
}

/** Gives the fix that writes a comment into environment files that mistake. @returns what takes it back. */
export function makeFixesSlow(): () => void {
  const { lineComment } = dotenv;
  const get = () => {
    takeHours();
    return lineComment;
  };
  Object.defineProperty(dotenv, 'lineComment', { get, configurable: true });
  return () => Object.defineProperty(dotenv, 'lineComment', { value: lineComment, configurable: true });
}
