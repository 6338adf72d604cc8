import type { Format } from '../../model/format.ts';
import { npmModule } from '../shared/modules/npm-module.ts';

/** The settings of Yarn 1 (https://classic.yarnpkg.com/lang/en/docs/yarnrc/). */
export const yarnrc: Format = {
  id: 'yarnrc',
  title: 'Yarn 1 settings',
  family: 'package-settings',
  files: ['.yarnrc'],
  module: npmModule,
  lineComment: '#',
  extracts: 'registries, scoped registries, mirrors of binaries, proxies',
  resolves: 'environment variables stay unknown',
  load: async () => (await import('./extract.ts')).extractYarnrc,
};
