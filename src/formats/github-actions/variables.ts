import type { Expression } from '../../model/expression.ts';
import { childOf, type TreeMap, type TreeNode, type TreeScalar } from '../../parsers/tree.ts';
import { expressionOf, type VariableLookUp } from '../shared/expressions.ts';
import type { PipelineReader } from '../shared/pipeline/reader.ts';
import type { NamedValue } from '../shared/pipeline/variables.ts';
import { entriesOf, itemsOf } from '../shared/tree-access.ts';
import type { TreePath } from '../shared/tree-path.ts';

/** What a workflow, job, step or action gives names to: `env`, the job's matrix, the inputs. */
export function variablesIn(map: TreeMap, path: TreePath | undefined, reader: PipelineReader): NamedValue[] {
  const values = new Values(reader);
  if (path === undefined) {
    for (const { value: trigger } of entriesOf(childOf(map, 'on')))
      values.addInputs(childOf(trigger, 'inputs'));
    values.addInputs(childOf(map, 'inputs'));
  }
  for (const { key, value } of entriesOf(childOf(map, 'env'))) values.add(`env.${key}`, value);
  values.addMatrix(childOf(childOf(map, 'strategy'), 'matrix'));
  return values.named();
}

/** By name, everything that it can be. */
class Values {
  private readonly reader: PipelineReader;
  private readonly byName = new Map<string, TreeScalar[]>();
  private readonly inputs = new Set<string>();

  constructor(reader: PipelineReader) {
    this.reader = reader;
  }

  add(name: string, value: TreeNode | undefined): void {
    if (value?.kind === 'list') for (const item of value.items) this.add(name, item);
    else if (value?.kind === 'map')
      for (const entry of value.entries) this.add(`${name}.${entry.key}`, entry.value);
    else if (value) append(this.byName, name, value);
  }

  /** An input is its default, or one of the options that a person can choose from. */
  addInputs(node: TreeNode | undefined): void {
    for (const { key, value } of entriesOf(node)) {
      const name = `inputs.${key}`;
      this.inputs.add(name);
      const options = childOf(value, 'options');
      this.add(name, itemsOf(options).length > 0 ? options : childOf(value, 'default'));
    }
  }

  /** Each key's list, and what is included besides (https://docs.github.com/en/actions/how-tos/write-workflows/choose-what-workflows-do/run-job-variations). */
  addMatrix(node: TreeNode | undefined): void {
    for (const { key, value } of entriesOf(node)) {
      if (key === 'exclude') continue;
      if (key !== 'include') this.add(`matrix.${key}`, value);
      else for (const item of itemsOf(value)) this.add('matrix', item);
    }
  }

  named(): NamedValue[] {
    const given = [...this.byName].flatMap(([name, values]) =>
      values.map(value => this.valueOf(name, value)),
    );
    const events = [...this.inputs].map(name => ({
      name: `github.event.${name}`,
      value: (lookUp: VariableLookUp) => lookUp(name, this.byName.get(name)?.[0]?.span ?? NOWHERE),
    }));
    // Somebody can give an input another value than its default.
    const open = [...this.inputs].filter(name => (this.byName.get(name)?.length ?? 0) < 2);
    return [...given, ...events, ...open.map(name => ({ name, value: () => GIVEN_AT_RUN_TIME }))];
  }

  private valueOf(name: string, value: TreeScalar): NamedValue {
    return { name, value: lookUp => expressionOf(this.reader.dialect.textOf(value), lookUp) };
  }
}

const NOWHERE = { start: 0, end: 0 };
const GIVEN_AT_RUN_TIME: Expression = { type: 'unknown', reason: 'set-at-run-time', span: NOWHERE };

function append(map: Map<string, TreeScalar[]>, name: string, value: TreeScalar): void {
  const values = map.get(name);
  if (values) values.push(value);
  else map.set(name, [value]);
}
