import type { Extract } from '../../model/format.ts';
import { interpolateBetween, splitExpressions } from '../../parsers/embedded.ts';
import type { PlacedText } from '../../parsers/placed-text.ts';
import { childOf, type TreeMap, type TreeNode } from '../../parsers/tree.ts';
import { expressionOf } from '../shared/expressions.ts';
import { folderModule } from '../shared/modules/folder-module.ts';
import {
  ignore,
  readChoice,
  readEnvironment,
  readImages,
  readNames,
  readPowerShell,
  readScript,
  variableValue,
} from '../shared/pipeline/handlers.ts';
import { readInputs, readPowerShellInputs } from '../shared/pipeline/inputs.ts';
import {
  extractPipeline,
  type PipelineDialect,
  type PipelineHandler,
  type PipelineReader,
} from '../shared/pipeline/reader.ts';
import type { NamedValue } from '../shared/pipeline/variables.ts';
import { entriesOf, itemsOf, stringAt } from '../shared/tree-access.ts';
import { inside, type TreePath } from '../shared/tree-path.ts';

/** Tasks, images, variables and scripts of a pipeline or a template. */
export const extractAzurePipelines: Extract = source =>
  extractPipeline(source, folderModule('azure-pipelines', source.path), DIALECT);

const DIALECT: PipelineDialect = {
  handlerOf: key => BY_KEY.get(key),
  variablesIn,
  textOf: withExpressions,
  scriptOf: withExpressions,
  // Variables are in a script's environment in upper case.
  shellName: name => environmentName(name),
  unknown: name => (RUN_TIME.test(name) ? 'set-at-run-time' : 'not-defined'),
};

/**
 * `${{ parameters.name }}`, `$(name)` and `$[ variables.name ]`
 * (https://learn.microsoft.com/azure/devops/pipelines/process/variables#understand-variable-syntax).
 */
function withExpressions(text: PlacedText) {
  const templates = splitExpressions(text, /\$\{\{((?:[^}]|\}(?!\})){0,500})\}\}/g);
  const macros = interpolateBetween(templates, part =>
    splitExpressions(part, /\$\(([A-Za-z_][\w.]{0,200})\)/g),
  );
  return interpolateBetween(macros, part => splitExpressions(part, /\$\[([^\]]{0,500})\]/g));
}

const RUN_TIME =
  /^(?:Build\.|System\.|Agent\.|Pipeline\.|Environment\.|parameters\.|env:(?:BUILD|SYSTEM|AGENT)_|$)/i;

function environmentName(name: string): string {
  return `env:${name.replaceAll('.', '_').toUpperCase()}`;
}

function variablesIn(map: TreeMap, path: TreePath | undefined, reader: PipelineReader): NamedValue[] {
  const values: NamedValue[] = [];
  const add = (name: string, node: TreeNode | undefined): void => {
    const scalar = node && variableValue(node);
    if (!scalar) return;
    const value: NamedValue['value'] = lookUp => expressionOf(reader.dialect.textOf(scalar), lookUp);
    values.push({ name, value });
    if (name.startsWith('parameters.')) return;
    values.push({ name: `variables.${name}`, value }, { name: environmentName(name), value });
  };
  for (const variable of itemsOf(childOf(map, 'variables'))) {
    const name = stringAt(variable, 'name');
    if (name) add(name.text, childOf(variable, 'value'));
  }
  for (const { key, value } of entriesOf(childOf(map, 'variables'))) add(key, value);
  for (const { value: combination } of entriesOf(childOf(childOf(map, 'strategy'), 'matrix'))) {
    for (const { key, value } of entriesOf(combination)) add(key, value);
  }
  if (path === undefined)
    for (const parameter of itemsOf(childOf(map, 'parameters'))) addParameter(parameter);
  return values;

  /** Its choices, or its default, which nobody has to take. */
  function addParameter(parameter: TreeNode): void {
    const name = stringAt(parameter, 'name');
    if (!name) return;
    const choices = itemsOf(childOf(parameter, 'values'));
    const given = choices.length > 0 ? choices : [childOf(parameter, 'default')];
    for (const choice of given) add(`parameters.${name.text}`, choice);
    if (choices.length > 0) return;
    values.push({
      name: `parameters.${name.text}`,
      value: () => ({ type: 'unknown', reason: 'set-at-run-time', span: name.span }),
    });
  }
}

/** The name of a container resource, or an image. */
const readContainer: PipelineHandler = (reader, value, path) => {
  // Names are given under `resources`, where `image` stands beside them.
  const isName = value.kind === 'scalar' && (reader.sibling('image') || !/[/:$]/.test(value.text));
  return isName ? true : readImages(reader, value, path);
};

/** Groups and templates among them are names of what stands elsewhere. */
const readVariables: PipelineHandler = (reader, value, path) => {
  if (value.kind !== 'list') return readEnvironment(reader, value, path);
  const items = value.items.filter(item => childOf(item, 'name'));
  return readEnvironment(reader, { ...value, items }, path);
};

/** Declared with defaults, or given to a template. */
const readParameters: PipelineHandler = (reader, value, path) => {
  for (const parameter of itemsOf(value)) {
    const name = stringAt(parameter, 'name')?.text ?? '';
    for (const { key, value: given } of entriesOf(parameter)) {
      if (given && (key === 'default' || key === 'values'))
        readChoice(reader, name, given, inside(path, name));
    }
  }
  return value.kind === 'map' ? readInputs(reader, value, path) : true;
};

/** What a task is given: the task, or one of its inputs, says in which language its script is. */
const readTaskInputs: PipelineHandler = (reader, value, path) => {
  const task = reader.sibling('task');
  const name = task?.kind === 'scalar' ? task.text : '';
  const isPowerShell =
    /PowerShell@/i.test(name) || /^ps(?:core)?$/i.test(stringAt(value, 'scriptType')?.text ?? '');
  return (isPowerShell ? readPowerShellInputs : readInputs)(reader, value, path);
};

/** Machines by image name are the service's own. */
const BY_KEY = new Map<string, PipelineHandler>([
  ...[
    'artifact',
    'condition',
    'demands',
    'dependsOn',
    'deployment',
    'displayName',
    'job',
    'name',
    'pool',
    'pr',
    'schedules',
    'stage',
    'trigger',
  ].map(key => [key, ignore] as const),
  ['task', readNames('plugin')],
  ['inputs', readTaskInputs],
  ['env', readEnvironment],
  ['variables', readVariables],
  ['parameters', readParameters],
  ['container', readContainer],
  ['image', readImages],
  ['script', readScript],
  ['bash', readScript],
  ['pwsh', readPowerShell],
  ['powershell', readPowerShell],
]);
