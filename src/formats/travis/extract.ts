import { childOf } from '../../parsers/tree.ts';
import { addScript, ignore, readNames, readScript } from '../shared/pipeline/handlers.ts';
import { byKey, plainExtract } from '../shared/pipeline/plain.ts';
import type { PipelineHandler } from '../shared/pipeline/reader.ts';
import { itemsOf } from '../shared/tree-access.ts';

/** Each item can hold several assignments, written as for a shell: `A=1 B="2"`. */
const readAssignments: PipelineHandler = (reader, value, path) => {
  if (value.kind === 'scalar') addScript(reader, value, path);
  for (const item of itemsOf(value)) readAssignments(reader, item, path);
  for (const key of ['global', 'jobs', 'matrix']) {
    const group = childOf(value, key);
    if (group) readAssignments(reader, group, path);
  }
  return true;
};

const PHASES = [
  ...['before_install', 'install', 'before_script', 'script', 'after_script', 'after_success'],
  ...['after_failure', 'before_deploy', 'after_deploy', 'before_cache'],
];

/** Variables and scripts of a build. */
export const extractTravis = plainExtract({
  id: 'travis',
  environmentKeys: [],
  predefined: /^(?:TRAVIS|CI$)/,
  handlerOf: byKey({
    branches: ignore,
    cache: ignore,
    dist: ignore,
    if: ignore,
    language: ignore,
    name: ignore,
    os: ignore,
    services: ignore,
    stage: ignore,
    env: readAssignments,
    region: readNames('region'),
    ...Object.fromEntries(PHASES.map(phase => [phase, readScript])),
  }),
});
