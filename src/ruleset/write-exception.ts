import { applyEdits, modify } from 'jsonc-parser';
import type { Exception } from '../model/ruleset.ts';

/**
 * The text of a ruleset file with one more exception at the end of its list; comments and layout stay. Without a text, a
 * new file that has nothing else.
 */
export function withException(text: string | undefined, exception: Exception): string {
  const before = text === undefined || text.trim() === '' ? '{}\n' : text;
  const edits = modify(before, ['exceptions', -1], exception, {
    isArrayInsertion: true,
    formattingOptions: { insertSpaces: true, tabSize: 2, eol: before.includes('\r\n') ? '\r\n' : '\n' },
  });
  return applyEdits(before, edits);
}
