/**
 * JSON text of `value`, indented, with a line break at its end. Characters that could steer a terminal or hide
 * text are written as escapes: the value stays the same, and looking at the report is safe.
 */
export function serialise(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2).replace(UNSAFE, escapeUnits)}\n`;
}

/** JSON's own escapes end at U+001F: the C1 controls and invisible format characters remain. */
const UNSAFE = /[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu;

function escapeUnits(character: string): string {
  let escaped = '';
  for (let index = 0; index < character.length; index++) {
    escaped += `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`;
  }
  return escaped;
}
