import type { PackageReference, Reference } from '../../model/extraction.ts';
import {
  spanWithin,
  type TreeEntry,
  type TreeMap,
  type TreeNode,
  type TreeScalar,
} from '../../parsers/tree.ts';
import type { Span } from '../../text/span.ts';
import { npmPackage } from '../shared/packages/npm-package.ts';
import { hostReferences } from '../shared/url-references.ts';
import { readSpecifier } from './specifier.ts';

/** A package that the manifest names, and by which words. */
export interface Dependency {
  readonly name: string;
  readonly nameSpan: Span;
  /** The right-hand side; absent while it is not typed yet. */
  readonly specifier?: TreeScalar;
  readonly structuralPath: readonly string[];
  readonly scope: string;
}

/** The packages that the manifest asks for itself, with the hosts of those that it gets from elsewhere. */
export function dependencyReferences(manifest: TreeMap, scope: string): Reference[] {
  const listed = manifest.entries
    .filter(entry => SECTIONS.has(entry.key))
    .flatMap(section =>
      entriesOf(section.value).map(entry => dependencyOf(entry, [section.key, entry.key], scope)),
    );
  const names = new Set(listed.map(dependency => dependency.name));
  const bundledOnly = bundledDependencies(manifest, scope).filter(dependency => !names.has(dependency.name));
  return [...listed, ...bundledOnly].flatMap(referencesOf);
}

const SECTIONS = new Set(['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies']);
const BUNDLED = new Set(['bundleDependencies', 'bundledDependencies']);

export function entriesOf(node: TreeNode | undefined): readonly TreeEntry[] {
  return node?.kind === 'map' ? node.entries : [];
}

export function dependencyOf(entry: TreeEntry, structuralPath: readonly string[], scope: string): Dependency {
  const base = { name: entry.key, nameSpan: entry.keySpan, structuralPath, scope };
  return entry.value?.kind === 'scalar' ? { specifier: entry.value, ...base } : base;
}

function bundledDependencies(manifest: TreeMap, scope: string): Dependency[] {
  return manifest.entries
    .filter(entry => BUNDLED.has(entry.key))
    .flatMap(section =>
      section.value?.kind === 'list' ? section.value.items.map(item => ({ section, item })) : [],
    )
    .flatMap(({ section, item }) =>
      item.kind === 'scalar' && item.type === 'string'
        ? [{ name: item.text, nameSpan: item.span, structuralPath: [section.key, item.text], scope }]
        : [],
    );
}

/**
 * The package under its real name, where that is written, and the hosts of its address. A folder of the repository
 * (`file:`, `link:`, `workspace:`) is no package of a registry: its reference has no `package`, and its value is the
 * specifier, which no catalog knows.
 */
export function referencesOf(dependency: Dependency): Reference[] {
  const { name, nameSpan, specifier } = dependency;
  if (specifier?.type !== 'string') return packageReference(dependency, name, nameSpan, undefined);
  const meaning = readSpecifier(specifier.text);
  switch (meaning.type) {
    case 'registry':
      return packageReference(dependency, name, nameSpan, meaning.range);
    case 'alias': {
      const place = spanWithin(specifier, meaning.nameStart, meaning.nameStart + meaning.name.length);
      return packageReference(dependency, meaning.name, place, meaning.range);
    }
    case 'address':
      return [
        ...packageReference(dependency, name, nameSpan, specifier.text),
        ...hostReferences(specifier, dependency),
      ];
    case 'local':
      return [reference(dependency, specifier.text, specifier.span, nameSpan, undefined)];
  }
}

function packageReference(
  dependency: Dependency,
  name: string,
  nameSpan: Span,
  range: string | undefined,
): Reference[] {
  const found = npmPackage(name, range, { dependency: 'direct' });
  return found ? [reference(dependency, name, nameSpan, nameSpan, found)] : [];
}

function reference(
  { scope, structuralPath }: Dependency,
  value: string,
  valueSpan: Span,
  place: Span,
  found: PackageReference | undefined,
): Reference {
  const base: Reference = {
    kind: 'package',
    value: { type: 'literal', value, span: valueSpan },
    span: place,
    structuralPath,
    scope,
  };
  return found ? { package: found, ...base } : base;
}
