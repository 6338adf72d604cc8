import type { Reference } from '../../model/extraction.ts';
import type { TreeEntry, TreeNode } from '../../parsers/tree.ts';
import { packageReference } from '../shared/packages/package-reference.ts';
import { exactPythonVersion, isPythonName, pypiPackage } from '../shared/packages/pypi-package.ts';
import { requirementReferences } from '../shared/packages/requirement.ts';
import { addressHosts } from '../shared/registries/registry-setting.ts';
import type { Where } from '../shared/strings.ts';
import { entriesOf, itemsOf, stringAt, stringOf, stringsOf } from '../shared/tree-access.ts';

/** Requirements in a list of strings; what is no string includes another group. */
export function requirementList(node: TreeNode | undefined, where: Where): Reference[] {
  return stringsOf(node).flatMap(text => requirementReferences(text, where));
}

/** Lists of requirements by the name of an extra or a group. */
export function requirementLists(node: TreeNode | undefined, where: Where): Reference[] {
  return entriesOf(node).flatMap(({ key, value }) => requirementList(value, inside(where, key)));
}

/**
 * Packages as keys of a table: Poetry, Pipenv, Pixi. The value is a version, a table with a version or an address, or
 * a list of such tables.
 */
export function packageTable(node: TreeNode | undefined, where: Where): Reference[] {
  return entriesOf(node).flatMap(entry => {
    if (entry.key === 'python' || !isPythonName(entry.key)) return [];
    return packageEntry(entry, inside(where, entry.key));
  });
}

/** Where packages come from, by name: uv's `sources`. The packages themselves are listed elsewhere. */
export function sourceTable(node: TreeNode | undefined, where: Where): Reference[] {
  return entriesOf(node).flatMap(({ key, value }) => sourceAddresses(value, inside(where, key)));
}

function packageEntry({ key, keySpan, value }: TreeEntry, where: Where): Reference[] {
  if (isLocal(value)) return [];
  const written = stringOf(value)?.text ?? stringAt(value, 'version')?.text;
  const version = written ?? addressIn(value)?.text;
  const exact = written === undefined ? undefined : (exactPythonVersion(written) ?? bareVersion(written));
  const found = pypiPackage(key, version, exact, { dependency: 'direct' });
  return [packageReference(found, keySpan, where), ...sourceAddresses(value, where)];
}

/** Poetry takes a version without operator as exact. */
function bareVersion(written: string): string | undefined {
  return /^\d[0-9A-Za-z.!+-]*$/.test(written) ? written : undefined;
}

function sourceAddresses(value: TreeNode | undefined, where: Where): Reference[] {
  const tables = value?.kind === 'list' ? itemsOf(value) : value ? [value] : [];
  return tables.flatMap(table => {
    const address = addressIn(table);
    return address ? addressHosts(address, where) : [];
  });
}

const ADDRESS_KEYS = ['git', 'url', 'hg', 'svn', 'bzr', 'file'] as const;

function addressIn(value: TreeNode | undefined) {
  for (const key of ADDRESS_KEYS) {
    const address = stringAt(value, key);
    if (address?.text.includes(':')) return address;
  }
  return undefined;
}

/** A folder of the repository. */
function isLocal(value: TreeNode | undefined): boolean {
  return stringAt(value, 'path') !== undefined;
}

export function inside(where: Where, segment: string): Where {
  return { ...where, structuralPath: [...where.structuralPath, segment] };
}
