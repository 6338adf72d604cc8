import type { Format } from '../../model/format.ts';
import { npmModule } from '../shared/modules/npm-module.ts';

/** Settings of Lerna (https://lerna.js.org/docs/api-reference/configuration). */
export const lerna: Format = {
  id: 'lerna',
  title: 'Lerna settings',
  family: 'package-settings',
  files: ['lerna.json'],
  module: npmModule,
  extracts: 'registries to install from and to publish to, also as arguments of the package manager',
  resolves: 'nothing: values are literal',
  load: async () => (await import('./extract.ts')).extractLerna,
};
