import type { Extract } from '../../model/format.ts';
import { splitExpressions } from '../../parsers/embedded.ts';
import type { PlacedText } from '../../parsers/placed-text.ts';
import { childOf } from '../../parsers/tree.ts';
import { expressionOf } from '../shared/expressions.ts';
import { folderModule } from '../shared/modules/folder-module.ts';
import { ignore, readEnvironment, readScript, variableValue } from '../shared/pipeline/handlers.ts';
import { readInputs } from '../shared/pipeline/inputs.ts';
import { byKey } from '../shared/pipeline/plain.ts';
import { extractPipeline, type PipelineDialect, type PipelineHandler } from '../shared/pipeline/reader.ts';
import { entriesOf } from '../shared/tree-access.ts';

/** Sources, images, parameters and scripts of a pipeline or a task. */
export const extractConcourse: Extract = source =>
  extractPipeline(source, folderModule('concourse', source.path), DIALECT);

/** `{ path: sh, args: [-c, …] }`; what other programs get is read alike. */
const readRun: PipelineHandler = (reader, value, path) => {
  const args = childOf(value, 'args');
  if (args) readScript(reader, args, path);
  return true;
};

const DIALECT: PipelineDialect = {
  handlerOf: byKey({
    groups: ignore,
    name: ignore,
    type: ignore,
    get: ignore,
    put: ignore,
    resource: ignore,
    passed: ignore,
    inputs: ignore,
    outputs: ignore,
    caches: ignore,
    file: ignore,
    icon: ignore,
    platform: ignore,
    source: readInputs,
    params: readEnvironment,
    vars: readEnvironment,
    run: readRun,
  }),
  variablesIn: (map, _path, reader) =>
    entriesOf(childOf(map, 'params')).flatMap(({ key, value }) => {
      const scalar = value && variableValue(value);
      if (!scalar) return [];
      return [{ name: key, value: lookUp => expressionOf(reader.dialect.textOf(scalar), lookUp) }];
    }),
  textOf: withVariables,
  scriptOf: withVariables,
  shellName: name => name,
  unknown: name => (name === '' || /^(?:BUILD|ATC)_/.test(name) ? 'set-at-run-time' : 'not-defined'),
};

/** `((name))` (https://concourse-ci.org/vars.html), and `{{name}}` of older pipelines: whoever sets the pipeline has them. */
function withVariables(text: PlacedText) {
  return splitExpressions(text, /\(\([\w.:/-]{1,200}\)\)|\{\{[\w.:/-]{1,200}\}\}/g);
}
