import type { Format } from '../../model/format.ts';
import { pythonModule } from '../shared/modules/python-module.ts';

/** Pipenv's lockfile (https://pipenv.pypa.io/en/latest/pipfile.html#pipfile-lock). */
export const pipfileLock: Format = {
  id: 'pipfile-lock',
  title: 'Pipenv lockfile',
  family: 'packages',
  files: ['Pipfile.lock'],
  module: pythonModule,
  generated: true,
  extracts: 'every locked package, indexes, git and URL hosts',
  resolves: 'nothing: the file does not say who depends on whom',
  load: async () => (await import('./extract.ts')).extractPipfileLock,
};
