import type { Format } from '../../model/format.ts';
import { composeModule } from '../shared/modules/compose-module.ts';

/** Compose files (https://github.com/compose-spec/compose-spec/blob/main/spec.md). */
export const compose: Format = {
  id: 'compose',
  title: 'Docker Compose',
  family: 'containers',
  files: [
    'compose*.yml',
    'compose*.yaml',
    'docker-compose*.yml',
    'docker-compose*.yaml',
    'docker-stack*.yml',
    'docker-stack*.yaml',
    'podman-compose*.yml',
    'podman-compose*.yaml',
  ],
  lineComment: '#',
  // Other tools have files named `compose-….yaml` too.
  sniff: head => TOP_LEVEL.test(head),
  module: composeModule,
  extracts:
    'images, build arguments, names and values of environment variables, commands, hosts in other values',
  resolves: 'variables from .env and .env.*, their defaults, anchors and merge keys',
  load: async () => (await import('./extract.ts')).extractCompose,
};

const TOP_LEVEL =
  /^(?:["']?(?:services|include|volumes|networks|configs|secrets|version|x-[\w-]+)["']?[ \t]*:|\{)/m;
