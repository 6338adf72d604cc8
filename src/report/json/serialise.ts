/**
 * A report as JSON text in pieces, with a line break at its end: one line per property and per element of a list,
 * so that it can be compared and searched line by line. Lists may be iterables that make their elements when they
 * are asked for: a large report is never in memory as a whole. Properties that are `undefined` are left out.
 * Characters that could steer a terminal or hide text are written as escapes: the value is the same, and looking
 * at the report is safe.
 */
export function* serialise(report: Readonly<Record<string, unknown>>): Generator<string> {
  let separator = '{\n';
  for (const [key, value] of Object.entries(report)) {
    if (value === undefined) continue;
    yield `${separator}  ${JSON.stringify(key)}: `;
    if (isIterable(value)) yield* listTexts(value, '  ');
    else yield safeText(value);
    separator = ',\n';
  }
  yield '\n}\n';
}

/** A list as JSON text in pieces, an element on each line, with a line break at its end. */
export function* serialiseList(elements: Iterable<unknown>): Generator<string> {
  yield* listTexts(elements, '');
  yield '\n';
}

/** The results of `make` for each element, one at a time. */
export function* mapLazily<Element, Result>(
  elements: Iterable<Element>,
  make: (element: Element) => Result,
): Generator<Result> {
  for (const element of elements) yield make(element);
}

/** Nearly all text is of ASCII alone, which is seen sooner than what is safe of Unicode. */
const PLAIN = /^[ -~]*$/;

/** JSON's own escapes end at U+001F: the C1 controls and invisible format characters remain. */
const UNSAFE = /[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu;

function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value;
}

/** JSON text of an element that was put together elsewhere, in pieces: one element may be longer than a string can be. */
export class JsonText {
  readonly pieces: Iterable<string>;

  /** @param pieces on one line, safe as `safeText` makes it */
  constructor(pieces: Iterable<string>) {
    this.pieces = pieces;
  }
}

function* listTexts(elements: Iterable<unknown>, indentation: string): Generator<string> {
  let separator = '[\n';
  for (const element of elements) {
    yield `${separator}${indentation}  `;
    if (element instanceof JsonText) yield* element.pieces;
    else yield safeText(element);
    separator = ',\n';
  }
  yield separator === '[\n' ? '[]' : `\n${indentation}]`;
}

/** JSON text on one line without characters that could steer a terminal or hide text. */
export function safeText(value: unknown): string {
  const text = JSON.stringify(value);
  return PLAIN.test(text) ? text : text.replace(UNSAFE, escapeUnits);
}

function escapeUnits(character: string): string {
  let escaped = '';
  for (let index = 0; index < character.length; index++) {
    escaped += `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`;
  }
  return escaped;
}
