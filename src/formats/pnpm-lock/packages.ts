import { childOf, type TreeEntry, type TreeMap, type TreeNode } from '../../parsers/tree.ts';
import { span } from '../../text/span.ts';
import type { LockedNpm } from '../shared/packages/npm-lock.ts';
import { entriesOf, stringAt } from '../shared/tree-access.ts';

/** A package of pnpm's lockfile and what the file says of where it comes from. */
export interface PnpmPackage {
  readonly locked: LockedNpm;
  readonly resolution: TreeNode | undefined;
  /** A folder of the repository. */
  readonly isLocal: boolean;
}

/** A project of the repository. */
export interface PnpmProject {
  /** Relative to the lockfile's folder; `.` for the one beside it. */
  readonly folder: string;
  readonly requires: readonly string[];
}

/** The packages of a lockfile of any version, and its projects. */
export function readPackages(root: TreeMap): {
  readonly packages: readonly PnpmPackage[];
  readonly projects: readonly PnpmProject[];
} {
  const listed = entriesOf(childOf(root, 'packages'));
  const known = new Set(listed.map(({ key }) => nodeOf(key)));
  const requires = new Map<string, Set<string>>();
  // Since version 9 what packages ask for is apart from where they come from.
  for (const { key, value } of [...listed, ...entriesOf(childOf(root, 'snapshots'))]) {
    const required = requires.get(nodeOf(key)) ?? new Set();
    for (const node of requiredNodes(value, PACKAGE_SECTIONS, known)) required.add(node);
    requires.set(nodeOf(key), required);
  }
  return {
    packages: listed.flatMap(entry => pnpmPackage(entry, [...(requires.get(nodeOf(entry.key)) ?? [])])),
    projects: projectsOf(root, known),
  };
}

const PACKAGE_SECTIONS = new Set(['dependencies', 'optionalDependencies']);
const PROJECT_SECTIONS = new Set(['dependencies', 'devDependencies', 'optionalDependencies']);

/** The key without what peers it was installed with. */
function nodeOf(key: string): string {
  const peers = key.indexOf('(');
  return peers < 0 ? key : key.slice(0, peers);
}

function pnpmPackage({ key, keySpan, value }: TreeEntry, requires: readonly string[]): PnpmPackage[] {
  const node = nodeOf(key);
  const parts = KEY.exec(node) ?? OLD_KEY.exec(node);
  const own = stringAt(value, 'name');
  const [, before = '', keyName = '', keyVersion = ''] = parts ?? [];
  const name = own?.text ?? keyName;
  if (name === '') return [];
  const start = keySpan.start + before.length;
  return [
    {
      locked: {
        name,
        nameSpan: own?.span ?? span(start, start + keyName.length),
        version: stringAt(value, 'version')?.text ?? keyVersion,
        node,
        requires,
      },
      resolution: childOf(value, 'resolution'),
      isLocal: /^(?:file|link|workspace):/.test(keyVersion) || /^\/?(?:file|link):/.test(node),
    },
  ];
}

/** `name@version` since version 6, with a slash before it until version 9. */
const KEY = /^(\/?)((?:@[^/@]+\/)?[^/@]+)@(.+)$/;
/** `/name/version_peers`, perhaps with the registry's host before it. */
const OLD_KEY = /^([^/@]*\/)((?:@[^/@]+\/)?[^/@]+)\/([^/_]+)/;

/** Without `importers` the file is about one project, whose sections stand at its top. */
function projectsOf(root: TreeMap, known: ReadonlySet<string>): PnpmProject[] {
  const importers = entriesOf(childOf(root, 'importers'));
  if (importers.length === 0)
    return [{ folder: '.', requires: requiredNodes(root, PROJECT_SECTIONS, known) }];
  return importers.map(({ key, value }) => ({
    folder: key,
    requires: requiredNodes(value, PROJECT_SECTIONS, known),
  }));
}

/** `name: version`, or `name` with its version among other things. */
function requiredNodes(
  node: TreeNode | undefined,
  sections: ReadonlySet<string>,
  known: ReadonlySet<string>,
): string[] {
  return entriesOf(node)
    .filter(({ key }) => sections.has(key))
    .flatMap(section => entriesOf(section.value))
    .flatMap(({ key, value }) => {
      const version = value?.kind === 'scalar' ? value.text : stringAt(value, 'version')?.text;
      return version === undefined ? [] : (findNode(key, nodeOf(version), known) ?? []);
    });
}

/** An alias has the other package's whole key as its version. */
function findNode(name: string, version: string, known: ReadonlySet<string>): string | undefined {
  const spellings = [
    `${name}@${version}`,
    `/${name}@${version}`,
    `/${name}/${version}`,
    version,
    `/${version}`,
  ];
  return spellings.find(each => known.has(each));
}
