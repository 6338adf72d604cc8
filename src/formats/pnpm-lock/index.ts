import type { Format } from '../../model/format.ts';
import { npmModule } from '../shared/modules/npm-module.ts';

/** pnpm's lockfile, versions 5 to 9 (https://github.com/pnpm/spec/tree/master/lockfile). */
export const pnpmLock: Format = {
  id: 'pnpm-lock',
  title: 'pnpm lockfile',
  family: 'packages',
  files: ['pnpm-lock.yaml'],
  module: npmModule,
  generated: true,
  extracts: 'every installed package, the addresses of those that are not from the default registry',
  resolves: 'the chain of dependencies that brings a package in, also through workspaces',
  load: async () => (await import('./extract.ts')).extractPnpmLock,
};
