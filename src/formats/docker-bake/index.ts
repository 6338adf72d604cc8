import type { Format } from '../../model/format.ts';
import { folderModule } from '../shared/modules/folder-module.ts';

/** Build definitions of Docker Bake (https://docs.docker.com/build/bake/reference/). */
export const dockerBake: Format = {
  id: 'docker-bake',
  title: 'Docker Bake',
  family: 'containers',
  files: [
    'docker-bake*.hcl',
    '*docker-bake.hcl',
    'docker-bake*.json',
    '*docker-bake.json',
    '*.bake.hcl',
    'bake.hcl',
  ],
  lineComment: '#',
  module: path => folderModule('bake', path),
  extracts: 'images in tags, contexts and caches, build arguments, mirrors and hosts in their values',
  resolves:
    'variables with their defaults, also of the other Bake files in the folder, conditionals, functions',
  load: async () => (await import('./extract.ts')).createExtractDockerBake(),
};
