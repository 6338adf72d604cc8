import type { Format } from '../../model/format.ts';
import { folderModule } from '../shared/modules/folder-module.ts';

/** Conan (https://docs.conan.io/2/reference/conanfile.html). */
export const conan: Format = {
  id: 'conan',
  title: 'Conan',
  family: 'packages',
  files: ['conanfile.txt', 'conanfile.py'],
  module: path => folderModule('conan', path),
  lineComment: '#',
  extracts: 'packages, addresses of sources',
  resolves: 'constants of the recipe',
  load: async () => (await import('./extract.ts')).extractConan,
};
