import type { Format } from '../../model/format.ts';
import { folderModule } from '../shared/modules/folder-module.ts';

/** Composer lockfile (https://getcomposer.org/doc/01-basic-usage.md). */
export const composerLock: Format = {
  id: 'composer-lock',
  title: 'Composer lockfile',
  family: 'packages',
  files: ['composer.lock'],
  module: path => folderModule('composer', path),
  generated: true,
  extracts: 'every installed package, the hosts that they were fetched from',
  resolves: 'the chain of dependencies that brings a package in',
  load: async () => (await import('./extract.ts')).extractComposerLock,
};
