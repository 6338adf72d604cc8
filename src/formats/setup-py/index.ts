import type { Format } from '../../model/format.ts';
import { pythonModule } from '../shared/modules/python-module.ts';

/** The script of setuptools (https://setuptools.pypa.io/en/latest/references/keywords.html). */
export const setupPy: Format = {
  id: 'setup-py',
  title: 'setuptools script',
  family: 'packages',
  files: ['setup.py'],
  module: pythonModule,
  lineComment: '#',
  extracts: 'packages that are required to run, build and test, extras, dependency links, other addresses',
  resolves: 'lists that the script names',
  load: async () => (await import('./extract.ts')).extractSetupPy,
};
