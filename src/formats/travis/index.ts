import type { Format } from '../../model/format.ts';
import { folderModule } from '../shared/modules/folder-module.ts';

/** https://docs.travis-ci.com/user/customizing-the-build */
export const travis: Format = {
  id: 'travis',
  title: 'Travis CI',
  family: 'delivery',
  files: ['.travis.yml', '.travis.yaml'],
  lineComment: '#',
  module: path => folderModule('travis', path),
  extracts: 'environment variables, scripts of all phases, deployment targets, hosts in other values',
  resolves: 'global and job variables in scripts, anchors and merge keys',
  load: async () => (await import('./extract.ts')).extractTravis,
};
