import type { Format } from '../../model/format.ts';
import { pythonModule } from '../shared/modules/python-module.ts';

/** Poetry's lockfile (https://python-poetry.org/docs/basic-usage/#installing-with-poetrylock). */
export const poetryLock: Format = {
  id: 'poetry-lock',
  title: 'Poetry lockfile',
  family: 'packages',
  files: ['poetry.lock'],
  module: pythonModule,
  generated: true,
  extracts: 'every locked package, indexes other than the default, git and URL hosts',
  resolves: 'the chain of dependencies that brings a package in',
  load: async () => (await import('./extract.ts')).extractPoetryLock,
};
