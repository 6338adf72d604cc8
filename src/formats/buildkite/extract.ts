import type { TreeNode } from '../../parsers/tree.ts';
import { addNames, ignore, readEnvironment, readImages, readScript } from '../shared/pipeline/handlers.ts';
import { readInputs } from '../shared/pipeline/inputs.ts';
import { byKey, plainExtract } from '../shared/pipeline/plain.ts';
import type { PipelineHandler, PipelineReader } from '../shared/pipeline/reader.ts';
import { inside, type TreePath } from '../shared/tree-path.ts';

/** `docker#v5.12.0`, alone or with settings, in a list or as the keys of a map. */
const readPlugins: PipelineHandler = (reader, value, path) => {
  const items = value.kind === 'list' ? value.items : [value];
  for (const item of items) readPlugin(reader, item, path);
  return true;
};

function readPlugin(reader: PipelineReader, item: TreeNode, path: TreePath): void {
  if (item.kind === 'scalar') addNames(reader, 'plugin', reader.dialect.textOf(item), path);
  if (item.kind !== 'map') return;
  for (const { key, keySpan, value } of item.entries) {
    addNames(reader, 'plugin', reader.dialect.textOf({ text: key, span: keySpan }), path);
    if (value) readInputs(reader, value, inside(path, key));
  }
}

/** Plug-ins, images, variables and commands of a pipeline. */
export const extractBuildkite = plainExtract({
  id: 'buildkite',
  environmentKeys: ['env'],
  predefined: /^(?:BUILDKITE|CI$)/,
  handlerOf: byKey({
    agents: ignore,
    branches: ignore,
    depends_on: ignore,
    group: ignore,
    if: ignore,
    key: ignore,
    label: ignore,
    name: ignore,
    env: readEnvironment,
    image: readImages,
    plugins: readPlugins,
    command: readScript,
    commands: readScript,
  }),
});
