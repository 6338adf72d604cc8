import type { Format } from '../../model/format.ts';
import { pythonModule } from '../shared/modules/python-module.ts';

/** The manifest of setuptools (https://setuptools.pypa.io/en/latest/userguide/declarative_config.html). */
export const setupCfg: Format = {
  id: 'setup-cfg',
  title: 'setuptools manifest',
  family: 'packages',
  files: ['setup.cfg'],
  module: pythonModule,
  lineComment: '#',
  extracts: 'packages that are required to run, build and test, extras, dependency links, indexes',
  resolves: 'nothing: values are literal',
  load: async () => (await import('./extract.ts')).extractSetupCfg,
};
