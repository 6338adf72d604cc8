import assert from 'node:assert/strict';
import { visibleText } from '../../src/parsers/interpolation.ts';
import type { ShellCommand } from '../../src/parsers/shell.ts';
import { spanWithin } from '../../src/parsers/tree.ts';
import { sliceSpan } from '../../src/text/span.ts';

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

/** Fails unless every literal character of the commands' words stands in the script where it is said to. */
export function assertPlaced(commands: readonly ShellCommand[], script: string): void {
  for (const part of commands.flatMap(({ words }) => words).flatMap(word => word.parts)) {
    assert.ok(part.type === 'text' || part.span.end <= script.length);
    if (part.type !== 'text') continue;
    const { text } = part.text;
    const places = Array.from({ length: text.length }, (_, index) => spanWithin(part.text, index, index + 1));
    assert.equal(places.map(place => sliceSpan(script, place)).join(''), text);
  }
}
