import { childOf, type TreeMap, type TreeNode } from '../../parsers/tree.ts';
import { expressionOf } from '../shared/expressions.ts';
import { variableValue } from '../shared/pipeline/handlers.ts';
import type { PipelineReader } from '../shared/pipeline/reader.ts';
import type { NamedValue } from '../shared/pipeline/variables.ts';
import { entriesOf, itemsOf, nodeAt, stringsOf } from '../shared/tree-access.ts';
import type { TreePath } from '../shared/tree-path.ts';

/** Jobs that a job extends, with those that they extend: more than anybody writes. */
const MAX_BASES = 50;

/** Definitions in a file up to which jobs get the variables of those that they extend. */
const MAX_DEFINITIONS = 20_000;

/** The variables of the file or of a job, those that it extends, its matrix, and the defaults of inputs. */
export function variablesIn(map: TreeMap, path: TreePath | undefined, reader: PipelineReader): NamedValue[] {
  if (path?.parent) return [];
  const values: NamedValue[] = [];
  const add = (name: string, node: TreeNode | undefined): void => {
    const scalar = node && variableValue(referenced(node, reader.root));
    if (scalar) values.push({ name, value: lookUp => expressionOf(reader.dialect.textOf(scalar), lookUp) });
  };
  if (path === undefined) {
    for (const { key, value } of entriesOf(childOf(childOf(map, 'spec'), 'inputs'))) {
      const options = itemsOf(childOf(value, 'options'));
      for (const input of options.length > 0 ? options : [value]) add(`inputs.${key}`, input);
    }
  }
  const inherits = reader.definitions.length < MAX_DEFINITIONS;
  for (const [name, value] of inheritedVariables(map, inherits ? reader.root : undefined)) add(name, value);
  for (const combination of itemsOf(childOf(childOf(map, 'parallel'), 'matrix'))) {
    for (const { key, value } of entriesOf(combination)) for (const each of stringsOf(value)) add(key, each);
  }
  return values;
}

/** The job's own variables come after those of the jobs that it extends (https://docs.gitlab.com/ci/yaml/#extends). */
function inheritedVariables(job: TreeNode, root: TreeNode | undefined): Map<string, TreeNode | undefined> {
  const variables = new Map<string, TreeNode | undefined>();
  for (const base of basesFirst(job, root, new Set())) {
    for (const { key, value } of entriesOf(childOf(base, 'variables'))) variables.set(key, value);
  }
  return variables;
}

function basesFirst(job: TreeNode, root: TreeNode | undefined, seen: Set<TreeNode>): TreeNode[] {
  if (seen.has(job) || seen.size >= MAX_BASES) return [];
  seen.add(job);
  const bases = stringsOf(childOf(job, 'extends')).flatMap(name => {
    const base = childOf(root, name.text);
    return base ? basesFirst(base, root, seen) : [];
  });
  return [...bases, job];
}

/** `!reference [job, variables, NAME]` (https://docs.gitlab.com/ci/yaml/yaml_optimization/#reference-tags). */
function referenced(node: TreeNode, root: TreeNode | undefined): TreeNode {
  if (node.kind !== 'list' || node.tag !== '!reference') return node;
  return nodeAt(root, ...stringsOf(node).map(({ text }) => text)) ?? node;
}
