import type { Format } from '../../model/format.ts';
import { pythonModule } from '../shared/modules/python-module.ts';

/** pip's requirements and constraints (https://pip.pypa.io/en/stable/reference/requirements-file-format/). */
export const pipRequirements: Format = {
  id: 'pip-requirements',
  title: 'pip requirements',
  family: 'packages',
  files: [
    ...['requirements*.txt', '*requirements.txt', 'requirements*.in', '*requirements.in'],
    ...['constraints*.txt', '*constraints.txt', '**/requirements/*.txt', '**/requirements/*.in'],
  ],
  module: pythonModule,
  lineComment: '#',
  extracts: 'packages with versions, indexes and link lists, git and URL requirements, trusted hosts',
  resolves: 'environment variables stay unknown; files that are included are read for themselves',
  load: async () => (await import('./extract.ts')).extractPipRequirements,
};
