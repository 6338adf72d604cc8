import type { Reference } from '../../../model/extraction.ts';
import type { InterpolatedText } from '../../../parsers/interpolation.ts';
import type { PlacedText } from '../../../parsers/placed-text.ts';
import { childOf, type TreeEntry, type TreeNode, type TreeScalar } from '../../../parsers/tree.ts';
import type { VariableLookUp } from '../expressions.ts';
import { refineEcosystem } from '../registries/system-mirrors.ts';
import { commandValueReferences } from '../scripts/command-value.ts';
import type { ShellContext } from '../scripts/shell-references.ts';
import { mirrorsIn, stringReferences, type Where } from '../strings.ts';
import { entriesOf, itemsOf, stringAt } from '../tree-access.ts';
import { inside, itemSegment, segmentsOf, type TreePath } from '../tree-path.ts';
import { writtenFileReferences } from './written-files.ts';

/** Where a cloud-config stands, and what the variables in it are. */
export interface CloudConfigContext {
  readonly where: Where;
  readonly lookUp: VariableLookUp;
  /** Which variables a text holds that no script is: those of a template around the settings, or none. */
  readonly read: (text: PlacedText) => InterpolatedText;
}

/**
 * Package sources, commands and written files of a cloud-config
 * (https://cloudinit.readthedocs.io/en/latest/reference/modules.html), and the hosts in all other settings.
 */
export function cloudConfigReferences(root: TreeNode, context: CloudConfigContext): Reference[] {
  const reader = new SettingsReader(context);
  reader.readSettings(root);
  return reader.references;
}

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

class SettingsReader {
  readonly references: Reference[] = [];
  private readonly context: CloudConfigContext;

  constructor(context: CloudConfigContext) {
    this.context = context;
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
      if (content && !isEncoded)
        this.add(writtenFileReferences(content, name, this.shell(place), this.context.read));
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
    const text = this.context.read(scalar);
    const isAddress = ADDRESSES.has(key) && /\.|\$\{/.test(scalar.text);
    this.add(
      isAddress
        ? mirrorsIn(text, refineEcosystem(ecosystem, scalar.text), this.where(path), this.context.lookUp)
        : this.strings(scalar, path),
    );
  }

  private readOther(key: string, node: TreeNode, path: TreePath): void {
    if (IGNORED_KEYS.has(key)) return;
    if (node.kind === 'scalar') {
      if (node.type === 'string') this.add(this.strings(node, path));
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

  private strings(scalar: TreeScalar, path: TreePath): Reference[] {
    return stringReferences(this.context.read(scalar), this.where(path), this.context.lookUp);
  }

  private shell(path: TreePath): ShellContext {
    return { where: this.where(path), lookUp: this.context.lookUp };
  }

  private where(path: TreePath): Where {
    const { where } = this.context;
    return { ...where, structuralPath: [...where.structuralPath, ...segmentsOf(path)] };
  }
}
