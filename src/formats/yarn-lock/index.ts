import type { Format } from '../../model/format.ts';
import { npmModule } from '../shared/modules/npm-module.ts';

/** Yarn's lockfile, of version 1 (https://classic.yarnpkg.com/lang/en/docs/yarn-lock/) and later ones. */
export const yarnLock: Format = {
  id: 'yarn-lock',
  title: 'Yarn lockfile',
  family: 'packages',
  files: ['yarn.lock'],
  module: npmModule,
  generated: true,
  extracts:
    'every installed package under its own name, the registries and git hosts that they were fetched from',
  resolves: 'the chain of dependencies that brings a package in, also through workspaces',
  load: async () => (await import('./extract.ts')).extractYarnLock,
};
