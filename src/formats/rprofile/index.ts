import type { Format } from '../../model/format.ts';
import { folderModule } from '../shared/modules/folder-module.ts';

/** What R runs when it starts (https://stat.ethz.ch/R-manual/R-devel/library/base/html/Startup.html). */
export const rprofile: Format = {
  id: 'rprofile',
  title: 'R profile',
  family: 'package-settings',
  files: ['.Rprofile', 'Rprofile', 'Rprofile.site'],
  module: path => folderModule('r', path),
  lineComment: '#',
  extracts: 'repositories of packages, variables of the environment, other addresses',
  resolves: 'nothing: values are literal',
  load: async () => (await import('./extract.ts')).extractRprofile,
};
