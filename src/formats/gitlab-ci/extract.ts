import type { Extract } from '../../model/format.ts';
import { interpolateBetween, splitExpressions } from '../../parsers/embedded.ts';
import type { InterpolatedText } from '../../parsers/interpolation.ts';
import type { PlacedText } from '../../parsers/placed-text.ts';
import type { TreeNode } from '../../parsers/tree.ts';
import { interpolate } from '../../parsers/variable.ts';
import { folderModule } from '../shared/modules/folder-module.ts';
import { ignore, readChoice, readEnvironment, readImages, readScript } from '../shared/pipeline/handlers.ts';
import { readInputs } from '../shared/pipeline/inputs.ts';
import { extractPipeline, type PipelineDialect, type PipelineHandler } from '../shared/pipeline/reader.ts';
import { stringReferences } from '../shared/strings.ts';
import { entriesOf, itemsOf } from '../shared/tree-access.ts';
import type { TreePath } from '../shared/tree-path.ts';
import { variablesIn } from './variables.ts';

/** Images, services, includes, variables and scripts of a pipeline. */
export const extractGitlabCi: Extract = source =>
  extractPipeline(source, folderModule('gitlab-ci', source.path), DIALECT);

const DIALECT: PipelineDialect = {
  handlerOf,
  variablesIn,
  textOf: text => interpolateBetween(withInputs(text), part => interpolate(part, '$$')),
  scriptOf: withInputs,
  shellName: name => name,
  unknown: name => (PREDEFINED.test(name) ? 'set-at-run-time' : 'not-defined'),
};

/** `$[[ inputs.name ]]` (https://docs.gitlab.com/ci/inputs/). */
function withInputs(text: PlacedText): InterpolatedText {
  return splitExpressions(text, /\$\[\[([^\]]{0,500})\]\]/g);
}

/** https://docs.gitlab.com/ci/variables/predefined_variables/ */
const PREDEFINED = /^(?:CI$|CI_|GITLAB_|RUNNER_|TRIGGER_|inputs\.|$)/;

function handlerOf(key: string, path: TreePath | undefined): PipelineHandler | undefined {
  const depth = path === undefined ? 0 : path.parent === undefined ? 1 : 2;
  // At the top of the file, other names are those of jobs.
  if (depth === 0 && !TOP_LEVEL.has(key)) return undefined;
  return BY_KEY.get(key);
}

/** Files of the repository and of the server are no addresses; a component and a remote file are. */
const readInclude: PipelineHandler = (reader, value, path) => {
  if (value.kind === 'scalar') readAddress(value);
  for (const item of itemsOf(value)) readInclude(reader, item, path);
  for (const { key, value: source } of entriesOf(value)) {
    if (!source) continue;
    if (key === 'inputs') readInputs(reader, source, { segment: key, parent: path });
    else if (key === 'remote' || key === 'component') readAddress(source);
  }
  return true;

  function readAddress(address: TreeNode): void {
    if (address.kind !== 'scalar') return;
    const isAddress = address.text.includes('://') || /^[\w.-]+\.[a-z]+\/.+@/.test(address.text);
    if (!isAddress) return;
    reader.add(stringReferences(DIALECT.textOf(address), reader.where(path), reader.lookUp));
  }
};

const readInputDefaults: PipelineHandler = (reader, value, path) => {
  for (const { key, value: inputs } of entriesOf(value)) {
    if (key !== 'inputs') continue;
    for (const { key: name, value: input } of entriesOf(inputs)) {
      for (const { key: property, value: given } of entriesOf(input)) {
        if (given && (property === 'default' || property === 'options'))
          readChoice(reader, name, given, { segment: name, parent: path });
      }
    }
  }
  return true;
};

const TOP_LEVEL = new Set([
  ...['image', 'services', 'variables', 'before_script', 'after_script', 'include', 'default', 'stages'],
  ...['workflow', 'spec', 'cache', 'pages'],
]);

const BY_KEY = new Map<string, PipelineHandler>([
  ...[
    'artifacts',
    'cache',
    'coverage',
    'dependencies',
    'description',
    'extends',
    'name',
    'needs',
    'only',
    'except',
    'resource_group',
    'stage',
    'stages',
    'tags',
  ].map(key => [key, ignore] as const),
  ['image', readImages],
  ['services', readImages],
  ['variables', readEnvironment],
  ['script', readScript],
  ['before_script', readScript],
  ['after_script', readScript],
  ['pre_get_sources_script', readScript],
  ['include', readInclude],
  ['inputs', readInputs],
  ['spec', readInputDefaults],
]);
