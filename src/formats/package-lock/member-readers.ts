import { jsonString } from '../../parsers/json.ts';
import type { JsonReader, JsonToken } from '../../parsers/json-read.ts';
import type { JsonScalar } from '../../parsers/json-visit.ts';
import { type Span, span } from '../../text/span.ts';
import type { LockedPackage } from './locked-package.ts';

/** Reads the scalar members that all lockfile versions share into `locked`. */
export function readScalar(
  locked: LockedPackage,
  text: string,
  name: string,
  value: JsonScalar,
  token: JsonToken,
): void {
  if (name === 'link') locked.isLink = value === true;
  if (typeof value !== 'string') return;
  if (name === 'version') readVersion(locked, text, value, token);
  else if (name === 'name') locked.ownName = value;
  else if (name === 'resolved') locked.resolved = jsonString(text, value, token.offset, token.length);
}

/** Version 1 has the address of a git or URL package as its version, and an alias as `npm:name@version`. */
function readVersion(locked: LockedPackage, text: string, value: string, token: JsonToken): void {
  const alias = value.startsWith('npm:') ? /^npm:(.[^@]*)@(.*)$/.exec(value) : undefined;
  if (alias) locked.ownName = alias[1] ?? '';
  locked.version = alias?.[2] ?? value;
  if (value.includes('://')) locked.resolved ??= jsonString(text, value, token.offset, token.length);
}

/** Adds the member names of a map such as `requires` to `names`. */
export function memberNames(names: string[]): JsonReader {
  const add = (name: string): undefined => {
    if (name !== '') names.push(name);
  };
  return { scalar: add, enter: add };
}

/** Where a key's last `length` characters stand; the whole key when an escape makes that unsure. */
export function endOfKey(key: string, token: JsonToken, length: number): Span {
  const start = token.offset + 1;
  const end = token.offset + token.length - 1;
  return end - start === key.length ? span(end - length, end) : span(start, Math.max(start, end));
}
