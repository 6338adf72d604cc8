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
  for (let dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
    for (const format of index.bySuffix.get(name.slice(dot)) ?? []) found.add(format);
  }
  for (const { prefix, format } of index.byPrefix) if (name.startsWith(prefix)) found.add(format);
  for (const { matches, format } of index.byGlob) if (matches(path)) found.add(format);
  return found.size < 2 ? [...found] : FORMATS.filter(format => found.has(format));
}

/** The format of a file whose text is at hand; `undefined` when no format claims it. */
export function classify(path: string, text: string): Format | undefined {
  const head = text.length > SNIFFED_LENGTH ? text.slice(0, SNIFFED_LENGTH) : text;
  return formatsByName(path).find(format => format.sniff?.(head) ?? true);
}

/** Patterns by how they can be looked up, so that a path is not tried against every one of them. */
interface NameIndex {
  readonly exact: ReadonlyMap<string, readonly Format[]>;
  readonly bySuffix: ReadonlyMap<string, readonly Format[]>;
  readonly byPrefix: readonly { prefix: string; format: Format }[];
  readonly byGlob: readonly { matches: (path: string) => boolean; format: Format }[];
}

let index: NameIndex | undefined;

function indexByName(formats: readonly Format[]): NameIndex {
  const exact = new Map<string, Format[]>();
  const bySuffix = new Map<string, Format[]>();
  const byPrefix: { prefix: string; format: Format }[] = [];
  const byGlob: { matches: (path: string) => boolean; format: Format }[] = [];
  for (const format of formats) {
    for (const pattern of format.files) {
      if (!/[*?{[/]/.test(pattern)) append(exact, pattern, format);
      else if (/^\*\.[^*?{[/]+$/.test(pattern)) append(bySuffix, pattern.slice(1), format);
      else if (/^[^*?{[/]+\*$/.test(pattern)) byPrefix.push({ prefix: pattern.slice(0, -1), format });
      else byGlob.push({ matches: globTest(pattern), format });
    }
  }
  return { exact, bySuffix, byPrefix, byGlob };
}

/** A pattern without a slash is about the file's name, as in `.gitignore`. */
function globTest(pattern: string): (path: string) => boolean {
  const matches = picomatch(pattern, { dot: true });
  return pattern.includes('/') ? path => matches(path) : path => matches(basename(path));
}

function append(map: Map<string, Format[]>, key: string, format: Format): void {
  const formats = map.get(key);
  if (formats) formats.push(format);
  else map.set(key, [format]);
}
