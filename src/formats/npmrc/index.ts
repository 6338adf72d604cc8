import type { Format } from '../../model/format.ts';
import { npmModule } from '../shared/modules/npm-module.ts';

/** npm's settings, which pnpm, Yarn 1 and install scripts read too (https://docs.npmjs.com/cli/configuring-npm/npmrc). */
export const npmrc: Format = {
  id: 'npmrc',
  title: 'npm settings',
  family: 'package-settings',
  files: ['.npmrc'],
  module: npmModule,
  lineComment: '#',
  extracts:
    'registries, scoped registries, mirrors of binaries and of Node.js, proxies, hosts with credentials',
  resolves: 'variables that have a default in the file; other environment variables are unknown',
  load: async () => (await import('./extract.ts')).extractNpmrc,
};
