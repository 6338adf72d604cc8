import type { Format } from '../../model/format.ts';
import { goModule } from '../shared/modules/go-module.ts';

/** Workspaces of Go modules (https://go.dev/ref/mod#workspaces). */
export const goWork: Format = {
  id: 'go-work',
  title: 'Go workspace',
  family: 'packages',
  files: ['go.work'],
  module: goModule,
  lineComment: '//',
  extracts: 'replacements of modules and the hosts of their paths',
  resolves: 'nothing: values are literal',
  load: async () => (await import('../go-mod/extract.ts')).extractGoMod,
};
