import type { Format } from '../../model/format.ts';
import { npmModule } from '../shared/modules/npm-module.ts';

/** npm's lockfile, versions 1 to 3 (https://docs.npmjs.com/cli/configuring-npm/package-lock-json). */
export const packageLock: Format = {
  id: 'package-lock',
  title: 'npm lockfile',
  family: 'packages',
  files: ['package-lock.json', 'npm-shrinkwrap.json'],
  module: npmModule,
  generated: true,
  extracts: 'every installed package, the registries and git hosts that they were fetched from',
  resolves: 'the chain of dependencies that brings a package in, also through workspaces',
  load: async () => (await import('./extract.ts')).createExtractPackageLock(),
};
