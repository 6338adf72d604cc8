import type { Format } from '../../model/format.ts';
import { folderModule } from '../shared/modules/folder-module.ts';

/** https://www.appveyor.com/docs/appveyor-yml/ */
export const appveyor: Format = {
  id: 'appveyor',
  title: 'AppVeyor',
  family: 'delivery',
  files: ['appveyor.yml', '.appveyor.yml', 'appveyor.yaml', '.appveyor.yaml'],
  lineComment: '#',
  module: path => folderModule('appveyor', path),
  extracts: 'environment variables, scripts of all phases, package feeds, hosts in other values',
  resolves: 'environment in scripts that use it as $NAME, anchors and merge keys',
  load: async () => (await import('./extract.ts')).extractAppveyor,
};
