import type { Format } from '../../model/format.ts';
import { folderModule } from '../shared/modules/folder-module.ts';

/** Ruby lockfile (https://bundler.io/guides/rationale.html). */
export const gemfileLock: Format = {
  id: 'gemfile-lock',
  title: 'Ruby lockfile',
  family: 'packages',
  files: ['Gemfile.lock', 'gems.locked', '*.gemfile.lock'],
  module: path => folderModule('ruby', path),
  generated: true,
  extracts: 'every installed gem, the servers and repositories that they come from',
  resolves: 'the chain of dependencies that brings a gem in',
  load: async () => (await import('./extract.ts')).extractGemfileLock,
};
