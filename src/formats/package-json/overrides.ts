import type { Reference } from '../../model/extraction.ts';
import { childOf, type TreeEntry, type TreeMap } from '../../parsers/tree.ts';
import { span } from '../../text/span.ts';
import { entriesOf, referencesOf } from './dependencies.ts';
import { packageInSelector } from './selector.ts';

/**
 * The packages that the manifest forces on the whole tree: npm's `overrides`, Yarn's `resolutions`, pnpm's
 * `pnpm.overrides`. Only the package that is replaced or pinned counts; the parents in a selector say where.
 */
export function overrideReferences(manifest: TreeMap, scope: string): Reference[] {
  const own = manifest.entries.filter(entry => entry.key === 'overrides' || entry.key === 'resolutions');
  const pnpm = entriesOf(childOf(manifest, 'pnpm')).filter(entry => entry.key === 'overrides');
  return [
    ...own.flatMap(section => overridesIn(section, section, [section.key], scope)),
    ...pnpm.flatMap(section => overridesIn(section, section, ['pnpm', section.key], scope)),
  ];
}

/** `parent` is the entry that holds the others: npm's `.` stands for its package. */
function overridesIn(
  holder: TreeEntry,
  parent: TreeEntry,
  path: readonly string[],
  scope: string,
): Reference[] {
  return entriesOf(holder.value).flatMap(entry => {
    const structuralPath = [...path, entry.key];
    if (entry.value?.kind === 'map') return overridesIn(entry, entry, structuralPath, scope);
    return overrideReference(entry, entry.key === '.' ? parent : entry, structuralPath, scope);
  });
}

function overrideReference(
  entry: TreeEntry,
  named: TreeEntry,
  structuralPath: readonly string[],
  scope: string,
): Reference[] {
  const found = packageInSelector(named.key);
  const specifier = entry.value?.kind === 'scalar' ? entry.value : undefined;
  if (!found || specifier?.text === REMOVED) return [];
  const nameSpan = partOfKey(named, found.start, found.name.length);
  const dependency = { name: found.name, nameSpan, structuralPath, scope };
  return referencesOf(specifier ? { ...dependency, specifier } : dependency);
}

/** pnpm: the dependency is left out. */
const REMOVED = '-';

/** A part of a key; the whole key when an escape in it makes the part's place unsure. */
function partOfKey({ key, keySpan }: TreeEntry, start: number, length: number) {
  if (keySpan.end - keySpan.start !== key.length) return keySpan;
  return span(keySpan.start + start, keySpan.start + start + length);
}
