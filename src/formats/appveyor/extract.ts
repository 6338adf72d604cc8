import {
  ignore,
  readEnvironment,
  readMirrors,
  readNames,
  readPowerShell,
  readScript,
} from '../shared/pipeline/handlers.ts';
import { byKey, plainExtract } from '../shared/pipeline/plain.ts';
import type { PipelineHandler } from '../shared/pipeline/reader.ts';
import { entriesOf, itemsOf } from '../shared/tree-access.ts';

/** Variables, those of all jobs, and a list of combinations. */
const readVariables: PipelineHandler = (reader, value, path) => {
  for (const entry of entriesOf(value)) {
    if (!entry.value) continue;
    if (entry.key === 'global') readEnvironment(reader, entry.value, path);
    else if (entry.key === 'matrix') {
      for (const item of itemsOf(entry.value)) readEnvironment(reader, item, path);
    } else readEnvironment(reader, { kind: 'map', span: value.span, entries: [entry] }, path);
  }
  return true;
};

/** Lines of `cmd`, `ps`, `pwsh` or `sh`. */
const readPhase: PipelineHandler = (reader, value, path) => {
  if (value.kind === 'scalar') return readScript(reader, value, path);
  for (const line of itemsOf(value)) readPhase(reader, line, path);
  for (const { key, value: script } of entriesOf(value)) {
    if (script) (/^(?:ps|pwsh)$/.test(key) ? readPowerShell : readScript)(reader, script, path);
  }
  return true;
};

const PHASES = [
  ...['init', 'install', 'before_build', 'build_script', 'after_build', 'before_test', 'test_script'],
  ...['after_test', 'before_deploy', 'deploy_script', 'after_deploy', 'on_success', 'on_failure'],
  ...['on_finish', 'before_package'],
];

/** Variables and scripts of a build. */
export const extractAppveyor = plainExtract({
  id: 'appveyor',
  environmentKeys: ['environment'],
  predefined: /^(?:APPVEYOR|CI$)/,
  handlerOf: byKey({
    artifacts: ignore,
    branches: ignore,
    cache: ignore,
    description: ignore,
    image: ignore,
    skip_tags: ignore,
    version: ignore,
    environment: readVariables,
    feed: readMirrors('nuget'),
    region: readNames('region'),
    ...Object.fromEntries(PHASES.map(phase => [phase, readPhase])),
  }),
});
