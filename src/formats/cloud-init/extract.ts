import { type Reference, SUPPRESSION_MARKER } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { withoutVariables } from '../../parsers/interpolation.ts';
import { childOf, type TreeEntry, type TreeNode, type TreeScalar } from '../../parsers/tree.ts';
import { parseYaml } from '../../parsers/yaml/parse.ts';
import { unknownVariable } from '../shared/expressions.ts';
import { refineEcosystem } from '../shared/registries/system-mirrors.ts';
import { commandValueReferences } from '../shared/scripts/command-value.ts';
import type { ShellContext } from '../shared/scripts/shell-references.ts';
import { mirrorsIn, stringReferences, type Where } from '../shared/strings.ts';
import { entriesOf, itemsOf, stringAt } from '../shared/tree-access.ts';
import { inside, itemSegment, segmentsOf, type TreePath } from '../shared/tree-path.ts';
import { uniqueReferences } from '../shared/unique-references.ts';
import { writtenFileReferences } from './written-files.ts';

/** Package sources, commands and written files of a cloud-config. */
export const extractCloudInit: Extract = source => {
  const file = parseYaml(source, SUPPRESSION_MARKER);
  const reader = new CloudConfigReader(`cloud-init:${source.path}`);
  for (const document of file.documents) reader.readSettings(document);
  return {
    references: uniqueReferences(reader.references),
    definitions: [],
    calls: [],
    comments: file.comments,
    problems: file.problems,
  };
};

/** Names, keys and texts for people. */
const IGNORED_KEYS = new Set([
  'ssh_authorized_keys',
  'ssh_import_id',
  'ssh_keys',
  'hostname',
  'fqdn',
  'prefer_fqdn_over_hostname',
  'final_message',
  'gecos',
  'name',
  'key',
  'passwd',
  'hashed_passwd',
]);

/** Modules that say where an operating system's packages come from. */
const SOURCES = new Map([
  ['apt', 'apt'],
  ['apt_sources', 'apt'],
  ['apt_mirror', 'apt'],
  ['yum_repos', 'yum'],
  ['zypper', 'zypper'],
  ['apk_repos', 'alpine'],
]);

/** Settings of those modules that hold addresses of packages. */
const ADDRESSES = new Set([
  'uri',
  'search',
  'source',
  'sources_list',
  'baseurl',
  'base_url',
  'mirrorlist',
  'metalink',
  'local_repo_base_url',
  'apt_mirror',
]);

class CloudConfigReader {
  readonly references: Reference[] = [];
  private readonly scope: string;

  constructor(scope: string) {
    this.scope = scope;
  }

  readSettings(root: TreeNode): void {
    for (const entry of entriesOf(root)) this.readModule(entry);
  }

  private readModule({ key, value }: TreeEntry): void {
    if (!value) return;
    const path = inside(undefined, key);
    const ecosystem = SOURCES.get(key);
    if (key === 'runcmd' || key === 'bootcmd') this.readCommands(value, path);
    else if (key === 'write_files') this.readFiles(value, path);
    else if (ecosystem !== undefined) this.readSources(key, value, path, ecosystem);
    else this.readOther(key, value, path);
  }

  private readCommands(list: TreeNode, path: TreePath): void {
    itemsOf(list).forEach((command, index) => {
      this.add(commandValueReferences(command, this.shell(inside(path, String(index)))));
    });
  }

  private readFiles(list: TreeNode, path: TreePath): void {
    itemsOf(list).forEach((file, index) => {
      const name = stringAt(file, 'path')?.text ?? '';
      const place = inside(path, name === '' ? String(index) : name);
      const content = stringAt(file, 'content');
      const isEncoded = childOf(file, 'encoding') !== undefined;
      if (content && !isEncoded) this.add(writtenFileReferences(content, name, this.shell(place)));
      const source = childOf(file, 'source');
      if (source) this.readOther('source', source, place);
    });
  }

  /** @param key of the setting that `node` is the value of, or that it is in a list of */
  private readSources(key: string, node: TreeNode, path: TreePath, ecosystem: string): void {
    if (node.kind === 'scalar') this.readSource(key, node, path, ecosystem);
    else if (node.kind === 'list') {
      node.items.forEach((item, index) => {
        this.readSources(key, item, inside(path, itemSegment(item, index)), ecosystem);
      });
    } else {
      for (const entry of node.entries) {
        if (entry.value && !IGNORED_KEYS.has(entry.key))
          this.readSources(entry.key, entry.value, inside(path, entry.key), ecosystem);
      }
    }
  }

  private readSource(key: string, scalar: TreeScalar, path: TreePath, ecosystem: string): void {
    if (scalar.type !== 'string') return;
    const text = withoutVariables(scalar);
    const isAddress = ADDRESSES.has(key) && scalar.text.includes('.');
    this.add(
      isAddress
        ? mirrorsIn(text, refineEcosystem(ecosystem, scalar.text), this.where(path))
        : stringReferences(text, this.where(path)),
    );
  }

  private readOther(key: string, node: TreeNode, path: TreePath): void {
    if (IGNORED_KEYS.has(key)) return;
    if (node.kind === 'scalar') {
      if (node.type === 'string') this.add(stringReferences(withoutVariables(node), this.where(path)));
    } else if (node.kind === 'list') {
      node.items.forEach((item, index) => {
        this.readOther('', item, inside(path, itemSegment(item, index)));
      });
    } else {
      for (const { key: inner, value } of node.entries)
        if (value) this.readOther(inner, value, inside(path, inner));
    }
  }

  private add(references: readonly Reference[]): void {
    for (const reference of references) this.references.push(reference);
  }

  private shell(path: TreePath): ShellContext {
    return { where: this.where(path), lookUp: unknownVariable };
  }

  private where(path: TreePath): Where {
    return { scope: this.scope, structuralPath: segmentsOf(path) };
  }
}
