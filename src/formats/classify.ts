import type { Format } from '../model/format.ts';
import { basename } from '../text/path.ts';
import { FORMATS } from './index.ts';
import { type PathTest, pathTest } from './path-test.ts';

/** How much of a text `Format.sniff` sees, in UTF-16 code units. */
const SNIFFED_LENGTH = 65_536;

/**
 * The formats that claim a file by its path alone, in the registry's order. Most files have none; several share
 * names such as `*.yaml`, and `classify` decides between them.
 */
export function formatsByName(path: string): readonly Format[] {
  index ??= indexByName(FORMATS);
  const name = basename(path);
  const found: Format[] = [];
  consider(index.byName.get(name), path, name, found);
  for (let dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1))
    consider(index.byEnding.get(name.slice(dot)), path, name, found);
  consider(index.byStart.get(name.charAt(0)), path, name, found);
  consider(index.byStart.get(ANY_START), path, name, found);
  if (found.length === 0) return NONE;
  const { exceptions, order } = index;
  return found
    .filter(format => !exceptions.get(format)?.(path, name))
    .sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
}

/** Adds the formats that claim the path. Called for every file of a tree. */
function consider(
  candidates: readonly Candidate[] | undefined,
  path: string,
  name: string,
  found: Format[],
): void {
  if (!candidates) return;
  for (const { format, matches } of candidates)
    if ((!matches || matches(path, name)) && !found.includes(format)) found.push(format);
}

const NONE: readonly Format[] = [];

/** The format of a file whose text is at hand; `undefined` when no format claims it. */
export function classify(path: string, text: string): Format | undefined {
  const head = text.length > SNIFFED_LENGTH ? text.slice(0, SNIFFED_LENGTH) : text;
  return formatsByName(path).find(format => format.sniff?.(head) ?? true);
}

/** A format that a pattern may stand for; without `matches` the pattern needs no further look. */
interface Candidate {
  readonly format: Format;
  readonly matches?: PathTest;
}

/** Patterns by how they can be looked up, so that a path is not tried against every one of them. */
interface NameIndex {
  readonly byName: ReadonlyMap<string, readonly Candidate[]>;
  /** By how the file's name ends, from one of its dots on. */
  readonly byEnding: ReadonlyMap<string, readonly Candidate[]>;
  /** By the first character of the file's name, or `ANY_START`. */
  readonly byStart: ReadonlyMap<string, readonly Candidate[]>;
  /** Says which of the files that a format's patterns claim are something else. */
  readonly exceptions: ReadonlyMap<Format, PathTest>;
  readonly order: ReadonlyMap<Format, number>;
}

let index: NameIndex | undefined;

function indexByName(formats: readonly Format[]): NameIndex {
  const byName = new Map<string, Candidate[]>();
  const byEnding = new Map<string, Candidate[]>();
  const byStart = new Map<string, Candidate[]>();
  for (const format of formats) {
    for (const pattern of format.files) {
      const name = basename(pattern);
      const whole = /^\*(\.[^*?{[/]+)$/.exec(pattern)?.[1];
      const ending = /\.[^*?{}[\]/.]+$/.exec(name)?.[0];
      const candidate =
        pattern === name && isLiteral(name) ? { format } : { format, matches: pathTest(pattern) };
      if (whole !== undefined) append(byEnding, whole, { format });
      else if (isLiteral(name)) append(byName, name, candidate);
      else if (ending !== undefined) append(byEnding, ending, candidate);
      else append(byStart, isLiteral(name.charAt(0)) ? name.charAt(0) : ANY_START, candidate);
    }
  }
  return {
    byName,
    byEnding,
    byStart,
    exceptions: new Map(formats.flatMap(exceptionOf)),
    order: new Map(formats.map((format, place) => [format, place])),
  };
}

const ANY_START = '';

function isLiteral(pattern: string): boolean {
  return !/[*?{[!]/.test(pattern);
}

function exceptionOf(format: Format): [Format, PathTest][] {
  const tests = format.exceptFiles?.map(pathTest) ?? [];
  return tests.length === 0 ? [] : [[format, (path, name) => tests.some(test => test(path, name))]];
}

function append<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
