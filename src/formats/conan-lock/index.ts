import type { Format } from '../../model/format.ts';
import { folderModule } from '../shared/modules/folder-module.ts';

/** Conan lockfile (https://docs.conan.io/2/tutorial/versioning/lockfiles.html). */
export const conanLock: Format = {
  id: 'conan-lock',
  title: 'Conan lockfile',
  family: 'packages',
  files: ['conan.lock'],
  module: path => folderModule('conan', path),
  generated: true,
  extracts: 'every locked package',
  resolves: 'the chain of dependencies in lockfiles of Conan 1',
  load: async () => (await import('./extract.ts')).extractConanLock,
};
