import type { Reference } from '../../model/extraction.ts';
import type { TreeEntry, TreeNode } from '../../parsers/tree.ts';
import { childOf } from '../../parsers/tree.ts';
import { cargoPackage, isCargoName } from '../shared/packages/cargo-package.ts';
import { packageReference, withoutUserInfo } from '../shared/packages/package-reference.ts';
import { addressHosts, registrySetting } from '../shared/registries/registry-setting.ts';
import type { Where } from '../shared/strings.ts';
import { entriesOf, stringAt, stringOf } from '../shared/tree-access.ts';

/** The packages of one table of dependencies (https://doc.rust-lang.org/cargo/reference/specifying-dependencies.html). */
export function dependencyTable(node: TreeNode | undefined, where: Where): Reference[] {
  return entriesOf(node).flatMap(entry =>
    dependencyReferences(entry, { ...where, structuralPath: [...where.structuralPath, entry.key] }),
  );
}

/** The crate under its own name, which `package` gives when the key is another; and where it comes from. */
function dependencyReferences({ key, keySpan, value }: TreeEntry, where: Where): Reference[] {
  if (childOf(value, 'path')) return [];
  const renamed = stringAt(value, 'package');
  const name = renamed?.text ?? replacedName(key);
  if (!isCargoName(name)) return [];
  const git = stringAt(value, 'git');
  const index = stringAt(value, 'registry-index');
  const version = (stringOf(value) ?? stringAt(value, 'version'))?.text;
  const written = version ?? (git && withoutUserInfo(git.text));
  const found = cargoPackage(name, written, git ? undefined : exactVersion(version), {
    dependency: 'direct',
  });
  return [
    packageReference(found, renamed?.span ?? keySpan, where),
    ...(git ? addressHosts(git, where) : []),
    ...(index ? registrySetting(index, 'cargo', where) : []),
  ];
}

/** In `[replace]` keys are `name:version`. */
function replacedName(key: string): string {
  const colon = key.indexOf(':');
  return colon < 0 ? key : key.slice(0, colon);
}

/** Only `=1.2.3` allows a single version. */
function exactVersion(version: string | undefined): string | undefined {
  return version === undefined
    ? undefined
    : /^\s*=\s*(\d+\.\d+\.\d+(?:[A-Za-z.+-][0-9A-Za-z.+-]*)?)\s*$/.exec(version)?.[1];
}
