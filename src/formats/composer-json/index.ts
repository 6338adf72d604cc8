import type { Format } from '../../model/format.ts';
import { folderModule } from '../shared/modules/folder-module.ts';

/** Composer manifest (https://getcomposer.org/doc/04-schema.md). */
export const composerJson: Format = {
  id: 'composer-json',
  title: 'Composer manifest',
  family: 'packages',
  files: ['composer.json'],
  module: path => folderModule('composer', path),
  extracts: 'packages, repositories of all types, addresses in settings and scripts',
  resolves: 'packages that only the lockfile has, on the dependency that brings them in',
  load: async () => (await import('./extract.ts')).extractComposerJson,
};
