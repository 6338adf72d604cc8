import type { Format } from '../../model/format.ts';
import { npmModule } from '../shared/modules/npm-module.ts';

/** Bun's lockfile (https://bun.sh/docs/pm/lockfile). */
export const bunLock: Format = {
  id: 'bun-lock',
  title: 'Bun lockfile',
  family: 'packages',
  files: ['bun.lock'],
  module: npmModule,
  generated: true,
  extracts: 'every installed package under its own name, registries other than the default, git hosts',
  resolves: 'the chain of dependencies that brings a package in, also through workspaces',
  load: async () => (await import('./extract.ts')).extractBunLock,
};
