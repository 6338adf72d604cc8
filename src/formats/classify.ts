import picomatch from 'picomatch';
import type { Format } from '../model/format.ts';
import { basename } from '../text/path.ts';
import { FORMATS } from './index.ts';

/** How much of a text `Format.sniff` sees, in UTF-16 code units. */
const SNIFFED_LENGTH = 65_536;

/**
 * The formats that claim a file by its path alone, in the registry's order. Most files have none; several share
 * names such as `*.yaml`, and `classify` decides between them.
 */
export function formatsByName(path: string): readonly Format[] {
  index ??= indexByName(FORMATS);
  const name = basename(path);
  const found = new Set<Format>(index.exact.get(name));
  const consider = ({ format, matches }: Candidate): void => {
    if (!matches || matches(path, name)) found.add(format);
  };
  for (let dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
    index.byEnding.get(name.slice(dot))?.forEach(consider);
  }
  index.others.forEach(consider);
  for (const format of found) if (index.exceptions.get(format)?.(path, name)) found.delete(format);
  return found.size < 2 ? [...found] : FORMATS.filter(format => found.has(format));
}

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

type PathTest = (path: string, name: string) => boolean;

/** Patterns by how they can be looked up, so that a path is not tried against every one of them. */
interface NameIndex {
  readonly exact: ReadonlyMap<string, readonly Format[]>;
  /** By how the file's name ends, from one of its dots on. */
  readonly byEnding: ReadonlyMap<string, readonly Candidate[]>;
  readonly others: readonly Candidate[];
  /** Says which of the files that a format's patterns claim are something else. */
  readonly exceptions: ReadonlyMap<Format, PathTest>;
}

let index: NameIndex | undefined;

function indexByName(formats: readonly Format[]): NameIndex {
  const exact = new Map<string, Format[]>();
  const byEnding = new Map<string, Candidate[]>();
  const others: Candidate[] = [];
  for (const format of formats) {
    for (const pattern of format.files) {
      const ending = /\.[^*?{}[\]/.]+$/.exec(pattern)?.[0];
      if (!/[*?{[/]/.test(pattern)) append(exact, pattern, format);
      else if (/^\*\.[^*?{[/]+$/.test(pattern)) append(byEnding, pattern.slice(1), { format });
      else if (ending !== undefined) append(byEnding, ending, { format, matches: globTest(pattern) });
      else others.push({ format, matches: literalTest(pattern) ?? globTest(pattern) });
    }
  }
  return { exact, byEnding, others, exceptions: new Map(formats.flatMap(exceptionOf)) };
}

function exceptionOf(format: Format): [Format, PathTest][] {
  const tests = format.exceptFiles?.map(globTest) ?? [];
  return tests.length === 0 ? [] : [[format, (path, name) => tests.some(test => test(path, name))]];
}

/** `Dockerfile.*` and a path that ends in `.cargo/config` need no pattern matcher. */
function literalTest(pattern: string): PathTest | undefined {
  const prefix = /^([^*?{[/]+)\*$/.exec(pattern)?.[1];
  if (prefix !== undefined) return (_path, name) => name.startsWith(prefix);
  const tail = /^\*\*\/([^*?{[]+)$/.exec(pattern)?.[1];
  return tail === undefined ? undefined : path => path === tail || path.endsWith(`/${tail}`);
}

/** A pattern without a slash is about the file's name, as in `.gitignore`. */
function globTest(pattern: string): PathTest {
  const matches = picomatch(pattern, { dot: true });
  return pattern.includes('/') ? path => matches(path) : (_path, name) => matches(name);
}

function append<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
