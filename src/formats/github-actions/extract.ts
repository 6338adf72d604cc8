import type { Extract } from '../../model/format.ts';
import { splitExpressions } from '../../parsers/embedded.ts';
import type { PlacedText } from '../../parsers/placed-text.ts';
import type { TreeNode, TreeScalar } from '../../parsers/tree.ts';
import { expressionOf } from '../shared/expressions.ts';
import { imageReferences } from '../shared/packages/image-reference.ts';
import {
  ignore,
  readChoice,
  readEnvironment,
  readImages,
  readNamedImages,
  readPowerShell,
  readScript,
} from '../shared/pipeline/handlers.ts';
import { readInputs } from '../shared/pipeline/inputs.ts';
import {
  extractPipeline,
  type PipelineDialect,
  type PipelineHandler,
  type PipelineReader,
} from '../shared/pipeline/reader.ts';
import { stringReferences } from '../shared/strings.ts';
import { entriesOf } from '../shared/tree-access.ts';
import type { TreePath } from '../shared/tree-path.ts';
import { actionsModule, localModule } from './module.ts';
import { variablesIn } from './variables.ts';

/** Actions, images, inputs, scripts and variables of a workflow or an action. */
export const extractGithubActions: Extract = source =>
  extractPipeline(source, actionsModule(source.path), DIALECT);

const DIALECT: PipelineDialect = {
  handlerOf,
  variablesIn,
  textOf: withExpressions,
  scriptOf: withExpressions,
  shellName: name => `env.${name}`,
  unknown: name => (RUN_TIME.test(name) ? 'set-at-run-time' : 'not-defined'),
};

function withExpressions(text: PlacedText) {
  return splitExpressions(text, EXPRESSION);
}

const EXPRESSION = /\$\{\{((?:[^}]|\}(?!\})){0,500})\}\}/g;

/** https://docs.github.com/en/actions/reference/workflows-and-actions/contexts, and the runner's own variables. */
const RUN_TIME =
  /^(?:(?:secrets|vars|github|needs|steps|runner|job|jobs|strategy|matrix|inputs)\.|env\.(?:GITHUB_|RUNNER_|CI$)|$)/;

function handlerOf(key: string, path: TreePath | undefined): PipelineHandler | undefined {
  // The names of jobs mean nothing.
  if (path?.segment === 'jobs' && !path.parent) return undefined;
  return BY_KEY.get(key);
}

/** An action, a workflow of another repository or a local one, or an image. */
const readUses: PipelineHandler = (reader, value, path) => {
  if (value.kind !== 'scalar' || value.type !== 'string') return true;
  const text = withExpressions(value);
  if (value.text.startsWith('docker://')) {
    reader.add(imageReferences(text, reader.where(path), reader.lookUp));
    return true;
  }
  reader.add([
    { kind: 'action', value: expressionOf(text, reader.lookUp), span: value.span, ...reader.where(path) },
  ]);
  if (value.text.startsWith('./')) addCall(reader, value);
  return true;
};

function addCall(reader: PipelineReader, uses: TreeScalar): void {
  const target = localModule(uses.text, reader.scope);
  if (target === undefined) return;
  const inputs = entriesOf(reader.sibling('with')).flatMap(({ key, value }) =>
    value?.kind === 'scalar'
      ? [[`inputs.${key}`, expressionOf(withExpressions(value), reader.lookUp)] as const]
      : [],
  );
  reader.calls.push({
    scope: reader.scope,
    target,
    name: uses.text,
    span: uses.span,
    inputs: new Map(inputs),
  });
}

/** The inputs of an action; one of them runs its script as JavaScript. */
const readWith: PipelineHandler = (reader, value, path) => {
  const uses = reader.sibling('uses');
  const isCode = uses?.kind === 'scalar' && uses.text.startsWith('actions/github-script@');
  return isCode ? readAsValues(reader, value, path) : readInputs(reader, value, path);
};

/** A script, in whatever language `shell` says. */
const readRun: PipelineHandler = (reader, value, path) => {
  const shell = reader.sibling('shell');
  const name = shell?.kind === 'scalar' ? shell.text : '';
  if (/^(?:pwsh|powershell)\b/.test(name)) return readPowerShell(reader, value, path);
  const isOther = /^(?:python|node|perl|ruby|deno|bun)/.test(name);
  if (!isOther || value.kind !== 'scalar') return readScript(reader, value, path);
  reader.add(stringReferences(withExpressions(value), reader.where(path), reader.lookUp));
  return true;
};

/** Of the triggers, only what their inputs are by default. */
const readTriggers: PipelineHandler = (reader, value, path) => {
  for (const { value: trigger } of entriesOf(value)) {
    for (const { key, value: inputs } of entriesOf(trigger)) {
      if (key === 'inputs' && inputs) readDeclaredInputs(reader, inputs, path);
    }
  }
  return true;
};

const readDeclaredInputs: PipelineHandler = (reader, value, path) => {
  for (const { key, value: input } of entriesOf(value)) {
    for (const { key: property, value: given } of entriesOf(input)) {
      if (given && (property === 'default' || property === 'options'))
        readChoice(reader, key, given, { segment: key, parent: path });
    }
  }
  return true;
};

/** Everything in it is only a value. */
const readAsValues: PipelineHandler = (reader, value, path) => {
  readValues(reader, value, path);
  return true;
};

function readValues(reader: PipelineReader, node: TreeNode, path: TreePath): void {
  if (node.kind === 'scalar') reader.addStrings(node, path);
  else if (node.kind === 'list') for (const item of node.items) readValues(reader, item, path);
  else {
    for (const { key, value } of node.entries) {
      if (value) readValues(reader, value, { segment: key, parent: path });
    }
  }
}

/** The main file of an action, or the image that it runs. */
const readRunsImage: PipelineHandler = (reader, value, path) =>
  value.kind === 'scalar' && value.text.startsWith('docker://') ? readImages(reader, value, path) : true;

const BY_KEY = new Map<string, PipelineHandler>([
  ...[
    'author',
    'branding',
    'concurrency',
    'description',
    'id',
    'if',
    'name',
    'needs',
    'outputs',
    'permissions',
    'run-name',
    'runs-on',
    'secrets',
    'shell',
    'working-directory',
  ].map(key => [key, ignore] as const),
  ['on', readTriggers],
  ['inputs', readDeclaredInputs],
  ['env', readEnvironment],
  ['container', readImages],
  ['services', readNamedImages],
  ['matrix', readAsValues],
  ['uses', readUses],
  ['with', readWith],
  ['run', readRun],
  ['image', readRunsImage],
]);
