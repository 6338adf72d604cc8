import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One block of code of a page. */
interface Snippet {
  readonly language: string;
  readonly text: string;
}

/** The repository. */
export const root = join(import.meta.dirname, '..', '..');

/** The blocks of code of a page (`docs/ci.md`), in order. */
function snippetsOf(page: string): Snippet[] {
  const text = readFileSync(join(root, page), 'utf8');
  return [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```/gm)].map(([, language = '', text = '']) => ({
    language,
    text,
  }));
}

/** The block that names `file` in a comment of its first two lines. */
export function snippetOf(page: string, file: string): string {
  const isNamed = (line: string): boolean => /^(#|\/\/|--|;)/.test(line) && line.includes(` ${file}`);
  const named = snippetsOf(page).find(({ text }) => text.split('\n', 2).some(isNamed));
  if (!named) throw new Error(`${page} has no ${file}`);
  return named.text;
}
