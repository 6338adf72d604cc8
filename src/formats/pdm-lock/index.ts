import type { Format } from '../../model/format.ts';
import { pythonModule } from '../shared/modules/python-module.ts';

/** PDM's lockfile (https://pdm-project.org/en/latest/usage/lockfile/). */
export const pdmLock: Format = {
  id: 'pdm-lock',
  title: 'PDM lockfile',
  family: 'packages',
  files: ['pdm.lock'],
  module: pythonModule,
  generated: true,
  extracts: 'every locked package, git and URL hosts, the servers of static addresses',
  resolves: 'the chain of dependencies that brings a package in',
  load: async () => (await import('./extract.ts')).extractPdmLock,
};
