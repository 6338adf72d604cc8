import assert from 'node:assert/strict';
import fc from 'fast-check';
import { visibleText } from '../../src/parsers/interpolation.ts';
import type { ShellCommand } from '../../src/parsers/shell.ts';
import { spanWithin } from '../../src/parsers/tree.ts';
import { sliceSpan } from '../../src/text/span.ts';
import { takesAtMost } from './time.ts';

/** Words with blanks in brackets, and `?` for a variable. */
export function describeCommand({ words, redirects, heredocs }: ShellCommand): string {
  const describeWord = (word: ShellCommand['words'][number]): string => {
    const { text } = visibleText(word);
    const shown = text.replaceAll('\0', '?');
    return /\s/.test(shown) ? `[${shown}]` : shown;
  };
  return [
    ...words.map(describeWord),
    ...redirects.map(({ operator, target }) => operator + describeWord(target)),
    ...heredocs.map(({ body }) => `<<${body.text.trimEnd()}`),
  ].join(' ');
}

/**
 * What holds of every reader of scripts: it takes any text, and time in proportion to it.
 * @param pieces that texts are put together from
 * @param openings of what may never be closed
 */
export function itTakesAnyText(
  parse: (script: string) => readonly ShellCommand[],
  { pieces, openings }: { readonly pieces: readonly string[]; readonly openings: readonly string[] },
): void {
  it('never throw, and every literal character stands where it is said to', () => {
    const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 30 });
    fc.assert(
      fc.property(texts, parts => assertPlaced(parse(parts.join('')), parts.join(''))),
      { numRuns: 2000 },
    );
  });

  for (const opening of openings) {
    it(`many of ${JSON.stringify(opening)} cost no more than few`, async function () {
      this.timeout(20_000);
      await takesAtMost(10_000, () => {
        parse(`${opening} `.repeat(50_000));
        parse(opening.repeat(50_000));
      });
    });
  }
}

/** Fails unless every literal character of the commands' words stands in the script where it is said to. */
function assertPlaced(commands: readonly ShellCommand[], script: string): void {
  for (const part of commands.flatMap(({ words }) => words).flatMap(word => word.parts)) {
    assert.ok(part.type === 'text' || part.span.end <= script.length);
    if (part.type !== 'text') continue;
    const { text } = part.text;
    const places = Array.from({ length: text.length }, (_, index) => spanWithin(part.text, index, index + 1));
    assert.equal(places.map(place => sliceSpan(script, place)).join(''), text);
  }
}
