import type { Format } from '../../model/format.ts';
import { pythonModule } from '../shared/modules/python-module.ts';

/** Where packages are published to (https://packaging.python.org/en/latest/specifications/pypirc/). */
export const pypirc: Format = {
  id: 'pypirc',
  title: 'Python publishing settings',
  family: 'package-settings',
  files: ['.pypirc'],
  module: pythonModule,
  lineComment: '#',
  extracts: 'the addresses of repositories; credentials are never read',
  resolves: 'environment variables stay unknown',
  load: async () => (await import('./extract.ts')).extractPypirc,
};
