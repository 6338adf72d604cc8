/**
 * A report as JSON text with a line break at its end: one line per property and per element of a list, so that it
 * can be compared and searched line by line and stays small. Properties that are `undefined` are left out.
 * Characters that could steer a terminal or hide text are written as escapes: the value is the same, and looking
 * at the report is safe.
 */
export function serialise(report: Readonly<Record<string, unknown>>): string {
  const properties = Object.entries(report)
    .filter(([, value]) => value !== undefined)
    .map(
      ([key, value]) =>
        `  ${JSON.stringify(key)}: ${Array.isArray(value) ? listText(value) : safeText(value)}`,
    );
  return `{\n${properties.join(',\n')}\n}\n`;
}

/** JSON's own escapes end at U+001F: the C1 controls and invisible format characters remain. */
const UNSAFE = /[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu;

function listText(list: readonly unknown[]): string {
  if (list.length === 0) return '[]';
  return `[\n${list.map(element => `    ${safeText(element)}`).join(',\n')}\n  ]`;
}

function safeText(value: unknown): string {
  return JSON.stringify(value).replace(UNSAFE, escapeUnits);
}

function escapeUnits(character: string): string {
  let escaped = '';
  for (let index = 0; index < character.length; index++) {
    escaped += `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`;
  }
  return escaped;
}
