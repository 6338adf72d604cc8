import type { Extract } from '../../model/format.ts';
import { splitExpressions } from '../../parsers/embedded.ts';
import type { PlacedText } from '../../parsers/placed-text.ts';
import { childOf, type TreeMap, type TreeNode } from '../../parsers/tree.ts';
import { expressionOf } from '../shared/expressions.ts';
import { folderModule } from '../shared/modules/folder-module.ts';
import {
  addNames,
  ignore,
  readChoice,
  readEnvironment,
  readImages,
  readScript,
  variableValue,
} from '../shared/pipeline/handlers.ts';
import { readInputs } from '../shared/pipeline/inputs.ts';
import {
  extractPipeline,
  type PipelineDialect,
  type PipelineHandler,
  type PipelineReader,
} from '../shared/pipeline/reader.ts';
import type { NamedValue } from '../shared/pipeline/variables.ts';
import { entriesOf, itemsOf } from '../shared/tree-access.ts';
import { inside, type TreePath } from '../shared/tree-path.ts';

/** Orbs, images, variables and scripts of a configuration. */
export const extractCircleci: Extract = source =>
  extractPipeline(source, folderModule('circleci', source.path), DIALECT);

const DIALECT: PipelineDialect = {
  handlerOf,
  variablesIn,
  textOf: withParameters,
  scriptOf: withParameters,
  shellName: name => `env.${name}`,
  unknown: name => (RUN_TIME.test(name) ? 'set-at-run-time' : 'not-defined'),
};

/** `<< parameters.name >>` (https://circleci.com/docs/reference/reusing-config/#using-the-parameters-declaration). */
function withParameters(text: PlacedText) {
  return splitExpressions(text, /<<\s{0,20}([\w.-]{1,200})\s{0,20}>>/g);
}

const RUN_TIME = /^(?:pipeline\.|parameters\.|env\.CIRCLE|matrix\.|$)/;

function handlerOf(key: string, path: TreePath | undefined): PipelineHandler | undefined {
  const isName = path !== undefined && !path.parent && NAMED.has(path.segment);
  if (isName) return undefined;
  return BY_KEY.get(key) ?? (isStepOfWorkflow(path) ? readWorkflowJob : undefined);
}

/** Maps from names that people choose. */
const NAMED = new Set(['jobs', 'commands', 'executors', 'workflows']);

/** A job of a workflow with what it is given. */
function isStepOfWorkflow(path: TreePath | undefined): boolean {
  let root = path;
  while (root?.parent) root = root.parent;
  return root?.segment === 'workflows' && path?.parent?.segment === 'jobs';
}

/** What is said of when the job runs is none of its parameters. */
const readWorkflowJob: PipelineHandler = (reader, value, path) => {
  if (value.kind !== 'map') return false;
  const given = value.entries.filter(({ key }) => BY_KEY.get(key) !== ignore);
  return readInputs(reader, { ...value, entries: given }, path);
};

/** Parameters of the configuration, a job, a command or an executor; the environment of a job or step. */
function variablesIn(map: TreeMap, path: TreePath | undefined, reader: PipelineReader): NamedValue[] {
  const values: NamedValue[] = [];
  const add = (name: string, node: TreeNode | undefined): void => {
    const scalar = node && variableValue(node);
    if (scalar) values.push({ name, value: lookUp => expressionOf(reader.dialect.textOf(scalar), lookUp) });
  };
  const prefix = path === undefined ? 'pipeline.parameters' : 'parameters';
  for (const { key, keySpan, value: parameter } of entriesOf(childOf(map, 'parameters'))) {
    const name = `${prefix}.${key}`;
    const choices = itemsOf(childOf(parameter, 'enum'));
    for (const choice of choices) add(name, choice);
    if (choices.length > 0) continue;
    add(name, childOf(parameter, 'default'));
    values.push({ name, value: () => ({ type: 'unknown', reason: 'set-at-run-time', span: keySpan }) });
  }
  for (const { key, value } of entriesOf(childOf(map, 'environment'))) add(`env.${key}`, value);
  return values;
}

/** `name: namespace/orb@version`, or an orb that is written in place. */
const readOrbs: PipelineHandler = (reader, value, path) => {
  for (const { key, value: orb } of entriesOf(value)) {
    const inner = inside(path, key);
    if (orb?.kind === 'scalar') addNames(reader, 'plugin', withParameters(orb), inner);
    else if (orb) reader.readNode(orb, undefined);
  }
  return true;
};

/** A script, or a step with settings. */
const readRun: PipelineHandler = (reader, value, path) =>
  value.kind === 'scalar' ? readScript(reader, value, path) : false;

const readDefaults: PipelineHandler = (reader, value, path) => {
  for (const { key, value: parameter } of entriesOf(value)) {
    const given = childOf(parameter, 'default');
    if (given) readChoice(reader, key, given, inside(path, key));
    for (const choice of itemsOf(childOf(parameter, 'enum')))
      readChoice(reader, key, choice, inside(path, key));
  }
  return true;
};

const BY_KEY = new Map<string, PipelineHandler>([
  ...[
    'auth',
    'branches',
    'context',
    'description',
    'display',
    'filters',
    'machine',
    'macos',
    'name',
    'requires',
    'resource_class',
    'shell',
    'tags',
    'type',
    'working_directory',
  ].map(key => [key, ignore] as const),
  ['orbs', readOrbs],
  ['image', readImages],
  ['environment', readEnvironment],
  ['parameters', readDefaults],
  ['run', readRun],
  ['command', readScript],
]);
