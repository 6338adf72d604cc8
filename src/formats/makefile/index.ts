import type { Format } from '../../model/format.ts';
import { folderModule } from '../shared/modules/folder-module.ts';

/** https://www.gnu.org/software/make/manual/make.html */
export const makefile: Format = {
  id: 'makefile',
  title: 'Makefiles',
  family: 'delivery',
  files: ['Makefile', 'makefile', 'GNUmakefile', 'Makefile.*', '*.mk', '*.mak'],
  lineComment: '#',
  module: path => folderModule('makefile', path),
  extracts:
    'variables, commands of recipes (command-line tools, mirrors, packages, images, environment variables, hosts)',
  resolves:
    'variables of the makefiles in the folder, those of a target for its recipe and its prerequisites, and those that a recipe assigns',
  load: async () => (await import('./extract.ts')).extractMakefile,
};
