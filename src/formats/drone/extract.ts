import {
  ignore,
  readEnvironment,
  readImages,
  readNamedImages,
  readScript,
} from '../shared/pipeline/handlers.ts';
import { readInputs } from '../shared/pipeline/inputs.ts';
import { byKey, plainExtract } from '../shared/pipeline/plain.ts';
import type { PipelineHandler } from '../shared/pipeline/reader.ts';
import type { TreePath } from '../shared/tree-path.ts';

/** A step's image runs its commands, or is a plug-in that reads its settings. */
const readServices: PipelineHandler = (reader, value, path) =>
  value.kind === 'map' ? readNamedImages(reader, value, path) : false;

/** Steps and services by names that people choose. */
function isNamed(path: TreePath | undefined): boolean {
  return path !== undefined && !path.parent && (path.segment === 'steps' || path.segment === 'pipeline');
}

/** Images, settings, variables and commands of a pipeline. */
export const extractDrone = plainExtract({
  id: 'drone',
  environmentKeys: ['environment', 'matrix', 'variables'],
  predefined: /^(?:DRONE|CI|PLUGIN)(?:_|$)/,
  handlerOf: byKey(
    {
      branches: ignore,
      clone: ignore,
      depends_on: ignore,
      kind: ignore,
      labels: ignore,
      name: ignore,
      node: ignore,
      platform: ignore,
      trigger: ignore,
      type: ignore,
      when: ignore,
      image: readImages,
      services: readServices,
      settings: readInputs,
      environment: readEnvironment,
      commands: readScript,
      entrypoint: readScript,
      // Before Drone 1.0 a plug-in's settings stood beside its image.
      repo: readImages,
      registry: readImages,
      script: readScript,
    },
    isNamed,
  ),
});
