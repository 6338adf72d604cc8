import type { Format } from '../../model/format.ts';
import { goModule } from '../shared/modules/go-module.ts';

/** The manifest of Go modules (https://go.dev/ref/mod#go-mod-file). */
export const goMod: Format = {
  id: 'go-mod',
  title: 'Go manifest',
  family: 'packages',
  files: ['go.mod'],
  module: goModule,
  lineComment: '//',
  extracts: 'required modules, also indirect ones, replacements, the hosts of module paths',
  resolves: 'nothing: values are literal',
  load: async () => (await import('./extract.ts')).extractGoMod,
};
