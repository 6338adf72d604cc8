import type { Definition } from '../../model/extraction.ts';
import { SUPPRESSION_MARKER } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { childOf, type TreeNode } from '../../parsers/tree.ts';
import { parseYaml } from '../../parsers/yaml/parse.ts';
import { ModuleReader } from '../ansible-playbook/arguments.ts';
import { variableDefinitions } from '../ansible-variables/definitions.ts';
import { Collector } from '../kubernetes/collector.ts';
import { readManifest } from '../kubernetes/extract.ts';
import { ansibleModule, ansibleWording } from '../shared/modules/ansible-module.ts';
import { entriesOf, scalarAt } from '../shared/tree-access.ts';
import { inside, type TreePath } from '../shared/tree-path.ts';
import { uniqueReferences } from '../shared/unique-references.ts';
import { readIniInventory } from './ini.ts';

/** Hosts, groups and their variables, in YAML or as lines; or how a plug-in is to find them. */
export const extractAnsibleInventory: Extract = source => {
  const { path } = source;
  const collector = new Collector(ansibleModule(path), ansibleWording(path));
  if (!/\.ya?ml$/.test(path)) {
    const { definitions, comments } = readIniInventory(source, collector);
    return {
      references: uniqueReferences(collector.references),
      definitions,
      calls: [],
      comments,
      problems: [],
    };
  }
  const file = parseYaml(source, SUPPRESSION_MARKER);
  const reader = new GroupReader(collector, path);
  for (const document of file.documents) reader.readDocument(document);
  return {
    references: uniqueReferences(collector.references),
    definitions: reader.definitions,
    calls: [],
    comments: file.comments,
    problems: file.problems,
  };
};

class GroupReader {
  readonly definitions: Definition[] = [];
  private readonly collector: Collector;
  private readonly path: string;

  constructor(collector: Collector, path: string) {
    this.collector = collector;
    this.path = path;
  }

  readDocument(document: TreeNode): void {
    const plugin = scalarAt(document, 'plugin');
    if (plugin) {
      this.collector.addName('plugin', plugin, inside(undefined, 'plugin'));
      new ModuleReader(this.collector).readArguments(plugin.text, document, inside(undefined, plugin.text));
    } else this.readGroups(document, undefined, 0);
  }

  private readGroups(groups: TreeNode | undefined, path: TreePath | undefined, depth: number): void {
    if (depth > MAX_DEPTH) return;
    for (const { key, value } of entriesOf(groups)) {
      const inner = inside(path, key);
      for (const host of entriesOf(childOf(value, 'hosts'))) {
        const name = { kind: 'scalar', type: 'string', text: host.key, span: host.keySpan } as const;
        this.collector.addStrings(name, inner);
        this.readVariables(host.value, inside(inner, host.key));
      }
      this.readVariables(childOf(value, 'vars'), inner);
      this.readGroups(childOf(value, 'children'), inner, depth + 1);
    }
  }

  private readVariables(variables: TreeNode | undefined, path: TreePath): void {
    if (variables?.kind !== 'map') return;
    readManifest(this.collector, variables, path);
    this.definitions.push(
      ...variableDefinitions(variables, this.path, scalar => this.collector.expressionOf(scalar)),
    );
  }
}

/** Groups in groups in …: more than anybody has. */
const MAX_DEPTH = 30;
