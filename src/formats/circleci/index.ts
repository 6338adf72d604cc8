import type { Format } from '../../model/format.ts';
import { folderModule } from '../shared/modules/folder-module.ts';

/** https://circleci.com/docs/reference/configuration-reference/ */
export const circleci: Format = {
  id: 'circleci',
  title: 'CircleCI',
  family: 'delivery',
  files: ['**/.circleci/*.yml', '**/.circleci/*.yaml'],
  lineComment: '#',
  module: path => folderModule('circleci', path),
  extracts:
    'orbs, images of executors, environment variables, run scripts, parameters of jobs and commands, hosts in other values',
  resolves:
    'defaults and choices of parameters, environment of jobs and steps in scripts, anchors and merge keys',
  load: async () => (await import('./extract.ts')).extractCircleci,
};
