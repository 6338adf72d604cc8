import { childOf, type TreeMap } from '../../parsers/tree.ts';
import { expressionOf } from '../shared/expressions.ts';
import { imageReferences } from '../shared/packages/image-reference.ts';
import {
  ignore,
  readChoice,
  readEnvironment,
  readImages,
  readNamedImages,
  readNames,
  readScript,
} from '../shared/pipeline/handlers.ts';
import { readInputs } from '../shared/pipeline/inputs.ts';
import { byKey, plainExtract } from '../shared/pipeline/plain.ts';
import type { PipelineHandler, PipelineReader } from '../shared/pipeline/reader.ts';
import type { NamedValue } from '../shared/pipeline/variables.ts';
import { entriesOf, itemsOf, nodeAt, stringAt } from '../shared/tree-access.ts';
import { inside } from '../shared/tree-path.ts';

/** A repository of pipes, or the image of one: `docker://registry.example.com/pipe:1`. */
const readPipe: PipelineHandler = (reader, value, path) => {
  if (value.kind === 'scalar' && value.text.startsWith('docker://')) {
    reader.add(imageReferences(reader.dialect.textOf(value), reader.where(path), reader.lookUp));
    return true;
  }
  return readNames('plugin')(reader, value, path);
};

/** Lines of a shell, and pipes among them. */
const readSteps: PipelineHandler = (reader, value, path) => {
  if (value.kind !== 'list') return readScript(reader, value, path);
  value.items.forEach((item, index) => {
    if (item.kind === 'map') reader.readMap(item, inside(path, String(index)));
    else readScript(reader, item, path);
  });
  return true;
};

/** What a pipe is given, or what a person can choose. */
const readVariables: PipelineHandler = (reader, value, path) => {
  if (value.kind === 'map' && reader.sibling('pipe')) return readInputs(reader, value, path);
  if (value.kind === 'list') {
    for (const item of value.items) {
      const name = stringAt(item, 'name')?.text ?? '';
      const choices = childOf(item, 'allowed-values');
      if (choices) readChoice(reader, name, choices, inside(path, name));
    }
  }
  return readEnvironment(reader, value, path);
};

/** Variables that a person gives a pipeline when it is started (https://support.atlassian.com/bitbucket-cloud/docs/pipeline-start-conditions/). */
function customVariables(root: TreeMap, reader: PipelineReader): NamedValue[] {
  const pipelines = entriesOf(nodeAt(root, 'pipelines', 'custom'));
  const variables = pipelines.flatMap(({ value }) =>
    itemsOf(value).flatMap(item => itemsOf(childOf(item, 'variables'))),
  );
  return variables.flatMap(variable => {
    const name = stringAt(variable, 'name');
    const choices = itemsOf(childOf(variable, 'allowed-values'));
    const values = choices.length > 0 ? choices : [childOf(variable, 'default')];
    return values.flatMap(value =>
      name && value?.kind === 'scalar'
        ? [{ name: name.text, value: lookUp => expressionOf(reader.dialect.textOf(value), lookUp) }]
        : [],
    );
  });
}

/** Services are declared with images, and used by name. */
const readServices: PipelineHandler = (reader, value, path) =>
  value.kind === 'map' ? readNamedImages(reader, value, path) : true;

/** Images, pipes, variables and scripts of a pipeline. */
export const extractBitbucketPipelines = plainExtract({
  id: 'bitbucket-pipelines',
  environmentKeys: ['variables', 'environment'],
  declaredIn: customVariables,
  predefined: /^(?:BITBUCKET_|CI$)/,
  handlerOf: byKey({
    name: ignore,
    deployment: ignore,
    artifacts: ignore,
    caches: ignore,
    condition: ignore,
    'runs-on': ignore,
    trigger: ignore,
    image: readImages,
    services: readServices,
    pipe: readPipe,
    variables: readVariables,
    environment: readEnvironment,
    script: readSteps,
    'after-script': readSteps,
  }),
});
