import type { Format } from '../../model/format.ts';
import { pythonModule } from '../shared/modules/python-module.ts';

/** The manifest of Pipenv (https://pipenv.pypa.io/en/latest/pipfile.html). */
export const pipfile: Format = {
  id: 'pipfile',
  title: 'Pipenv manifest',
  family: 'packages',
  files: ['Pipfile'],
  module: pythonModule,
  lineComment: '#',
  extracts: 'packages of all groups, indexes, git and URL dependencies',
  resolves: 'environment variables in addresses stay unknown',
  load: async () => (await import('./extract.ts')).extractPipfile,
};
