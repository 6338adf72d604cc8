import type { Definition } from '../../model/extraction.ts';
import { slicePlaced } from '../../parsers/placed-text.ts';
import { childOf, type TreeEntry, type TreeMap, type TreeNode, type TreeScalar } from '../../parsers/tree.ts';
import { variableDefinitions } from '../ansible-variables/definitions.ts';
import type { Collector } from '../kubernetes/collector.ts';
import { readEnvironment } from '../kubernetes/containers.ts';
import { readManifest } from '../kubernetes/extract.ts';
import { entriesOf, itemsOf, stringOf } from '../shared/tree-access.ts';
import { inside, itemSegment, type TreePath } from '../shared/tree-path.ts';
import { ModuleReader } from './arguments.ts';
import { KEYWORDS, SILENT_KEYWORDS, TASK_LISTS } from './keywords.ts';

/** Walks over plays, blocks and tasks. */
export class TaskReader {
  readonly definitions: Definition[] = [];
  private readonly collector: Collector;
  private readonly modules: ModuleReader;
  private readonly path: string;

  constructor(collector: Collector, path: string) {
    this.collector = collector;
    this.modules = new ModuleReader(collector);
    this.path = path;
  }

  /** Plays, blocks or tasks. */
  readList(list: TreeNode | undefined, path: TreePath | undefined): void {
    for (const [index, item] of itemsOf(list).entries())
      if (item.kind === 'map') this.readItem(item, inside(path, itemSegment(item, index)));
  }

  private readItem(item: TreeMap, path: TreePath): void {
    for (const entry of item.entries) this.readEntry(item, entry, inside(path, entry.key));
  }

  private readEntry(item: TreeMap, entry: TreeEntry, path: TreePath): void {
    const { key, value } = entry;
    if (TASK_LISTS.has(key)) this.readList(value, path);
    else if (key === 'vars') this.readVariables(value, path);
    else if (key === 'environment' && value) this.readEnvironments(value, path);
    else if (key === 'roles' || key === 'collections') this.readNames(value, path);
    else if (key === 'module_defaults') this.readDefaults(value, path);
    else if (key === 'action' || key === 'local_action') this.readAction(value, path);
    else if (KEYWORDS.has(key) || key === 'vars_files' || key.startsWith('with_')) {
      // A task's `args` are its module's.
      const module = key === 'args' ? moduleOf(item) : undefined;
      if (module) this.modules.readArguments(module.key, value, path);
      else if (value && !SILENT_KEYWORDS.has(key)) readManifest(this.collector, value, path);
    } else this.readModule(entry, path);
  }

  private readModule({ key, keySpan, value }: TreeEntry, path: TreePath): void {
    this.collector.addName('plugin', { text: key, span: keySpan }, path);
    if (ROLE_MODULES.test(key)) this.readRole(childOf(value, 'name'), path);
    else if (SET_FACT.test(key)) this.readVariables(value, path);
    else this.modules.readArguments(key, value, path);
  }

  /** `action: module key=value`, or a map with `module`. */
  private readAction(value: TreeNode | undefined, path: TreePath): void {
    const name = childOf(value, 'module');
    if (name?.kind === 'scalar') {
      this.collector.addName('plugin', name, path);
      this.modules.readArguments(name.text, value, path);
    } else if (value?.kind === 'scalar') this.readWords(value, path);
  }

  /** `module key=value …` */
  private readWords(text: TreeScalar, path: TreePath): void {
    const module = /^\s*[\w.]+(?=\s|$)/.exec(text.text)?.[0] ?? '';
    const name = slicePlaced(text, module.length - module.trimStart().length, module.length);
    this.collector.addName('plugin', name, path);
    const rest = slicePlaced(text, module.length, text.text.length);
    this.modules.readArguments(name.text, { kind: 'scalar', type: 'string', ...rest }, path);
  }

  private readVariables(value: TreeNode | undefined, path: TreePath): void {
    if (!value) return;
    readManifest(this.collector, value, path);
    this.definitions.push(
      ...variableDefinitions(value, this.path, scalar => this.collector.expressionOf(scalar)),
    );
  }

  /** A map of variables, or a list of such maps. */
  private readEnvironments(value: TreeNode, path: TreePath): void {
    if (value.kind === 'list') for (const item of value.items) this.readEnvironments(item, path);
    else if (!readEnvironment(this.collector, value, path)) readManifest(this.collector, value, path);
  }

  /** Roles and collections by their full names; `{ role: name, key: value }` gives variables to one. */
  private readNames(list: TreeNode | undefined, path: TreePath): void {
    for (const item of itemsOf(list)) {
      this.readRole(item.kind === 'scalar' ? item : (childOf(item, 'role') ?? childOf(item, 'name')), path);
      this.readVariables(childOf(item, 'vars'), path);
      for (const entry of entriesOf(item)) {
        const isVariable = entry.value && !KEYWORDS.has(entry.key) && !ROLE_KEYS.has(entry.key);
        if (isVariable) this.readVariables({ kind: 'map', span: item.span, entries: [entry] }, path);
      }
    }
  }

  /** Names without a collection are the project's own. */
  private readRole(name: TreeNode | undefined, path: TreePath): void {
    const scalar = stringOf(name);
    if (scalar && isFullName(scalar)) this.collector.addName('plugin', scalar, path);
  }

  private readDefaults(value: TreeNode | undefined, path: TreePath): void {
    for (const { key, value: defaults } of entriesOf(value)) {
      this.modules.readArguments(key, defaults, inside(path, key));
    }
  }
}

function moduleOf(item: TreeMap): TreeEntry | undefined {
  return item.entries.find(
    ({ key }) => !KEYWORDS.has(key) && !NO_MODULES.has(key) && !key.startsWith('with_'),
  );
}

const NO_MODULES = new Set(['vars', 'environment', 'collections', 'roles', 'module_defaults', 'vars_files']);
const ROLE_MODULES = /^(?:ansible\.builtin\.)?(?:include_role|import_role)$/;
const SET_FACT = /^(?:ansible\.builtin\.)?set_fact$/;
const ROLE_KEYS = new Set(['role', 'vars']);

function isFullName({ text }: TreeScalar): boolean {
  return /^[a-z0-9_]+\.[a-z0-9_-]+(?:\.[a-z0-9_]+)*$/i.test(text);
}
