import type { Format } from '../../model/format.ts';
import { npmModule } from '../shared/modules/npm-module.ts';

/** Bun's settings (https://bun.sh/docs/runtime/bunfig). */
export const bunfig: Format = {
  id: 'bunfig',
  title: 'Bun settings',
  family: 'package-settings',
  files: ['bunfig.toml', '.bunfig.toml'],
  module: npmModule,
  lineComment: '#',
  extracts: 'registries, also of scopes, addresses in other settings',
  resolves: 'nothing: environment variables stay unknown',
  load: async () => (await import('./extract.ts')).extractBunfig,
};
