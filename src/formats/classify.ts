import type { Format } from '../model/format.ts';
import { basename } from '../text/path.ts';
import { FORMATS } from './index.ts';
import { type PathTest, pathTest } from './path-test.ts';

/** How much of a text `Format.sniff` sees, in UTF-16 code units. */
const SNIFFED_LENGTH = 65_536;

/**
 * The formats that claim a file by its path alone, in the registry's order. Most files have none; several share
 * names such as `*.yaml`, and `classify` decides between them. Equal answers are the same list.
 */
export function formatsByName(path: string): readonly Format[] {
  index ??= indexByName(FORMATS);
  const name = basename(path);
  const found: Candidate[] = [];
  consider(index.byName.get(name), path, name, found);
  for (let dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1))
    consider(index.byEnding.get(name.slice(dot)), path, name, found);
  consider(index.byStart.get(name.charAt(0)), path, name, found);
  consider(index.byStart.get(ANY_START), path, name, found);
  let list = NO_FORMATS;
  for (const { format, isExcepted } of found) if (!isExcepted?.(path, name)) list = listWith(list, format);
  return list.formats;
}

/** Adds the formats that claim the path, each at its place in the registry. Called for every file of a tree. */
function consider(
  candidates: readonly Candidate[] | undefined,
  path: string,
  name: string,
  found: Candidate[],
): void {
  if (!candidates) return;
  for (const candidate of candidates) {
    if (candidate.matches && !candidate.matches(path, name)) continue;
    let at = found.length;
    while (at > 0 && (found[at - 1]?.place ?? 0) > candidate.place) at--;
    if (found[at - 1]?.place !== candidate.place) found.splice(at, 0, candidate);
  }
}

/** A list of formats, and those that go on from it: a tree has many files and few such lists. */
interface FormatList {
  readonly formats: readonly Format[];
  readonly longer: Map<Format, FormatList>;
}

const NO_FORMATS: FormatList = { formats: [], longer: new Map() };

function listWith(list: FormatList, format: Format): FormatList {
  const known = list.longer.get(format);
  if (known) return known;
  const made = { formats: [...list.formats, format], longer: new Map() };
  list.longer.set(format, made);
  return made;
}

/** The format of a file whose text is at hand; `undefined` when no format claims it. */
export function classify(path: string, text: string): Format | undefined {
  const head = text.length > SNIFFED_LENGTH ? text.slice(0, SNIFFED_LENGTH) : text;
  return formatsByName(path).find(format => format.sniff?.(head) ?? true);
}

/** A format that a pattern may stand for. */
interface Candidate {
  readonly format: Format;
  /** In the registry. */
  readonly place: number;
  /** Without it the pattern needs no further look. */
  readonly matches: PathTest | undefined;
  /** Says which of the files that the format's patterns claim are something else. */
  readonly isExcepted: PathTest | undefined;
}

/** Patterns by how they can be looked up, so that a path is not tried against every one of them. */
interface NameIndex {
  readonly byName: ReadonlyMap<string, readonly Candidate[]>;
  /** By how the file's name ends, from one of its dots on. */
  readonly byEnding: ReadonlyMap<string, readonly Candidate[]>;
  /** By the first character of the file's name, or `ANY_START`. */
  readonly byStart: ReadonlyMap<string, readonly Candidate[]>;
}

let index: NameIndex | undefined;

function indexByName(formats: readonly Format[]): NameIndex {
  const byName = new Map<string, Candidate[]>();
  const byEnding = new Map<string, Candidate[]>();
  const byStart = new Map<string, Candidate[]>();
  for (const [place, format] of formats.entries()) {
    const isExcepted = exceptionOf(format);
    for (const pattern of format.files) {
      const name = basename(pattern);
      const ofName: Candidate = { format, place, isExcepted, matches: undefined };
      const tested: Candidate = { format, place, isExcepted, matches: pathTest(pattern) };
      const whole = /^\*(\.[^*?{[/]+)$/.exec(pattern)?.[1];
      const ending = /\.[^*?{}[\]/.]+$/.exec(name)?.[0];
      if (whole !== undefined) append(byEnding, whole, ofName);
      else if (isLiteral(name)) append(byName, name, pattern === name ? ofName : tested);
      else if (ending !== undefined) append(byEnding, ending, tested);
      else append(byStart, isLiteral(name.charAt(0)) ? name.charAt(0) : ANY_START, tested);
    }
  }
  return { byName, byEnding, byStart };
}

const ANY_START = '';

function isLiteral(pattern: string): boolean {
  return !/[*?{[!]/.test(pattern);
}

function exceptionOf(format: Format): PathTest | undefined {
  const tests = format.exceptFiles?.map(pathTest);
  return tests && ((path, name) => tests.some(test => test(path, name)));
}

function append<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
