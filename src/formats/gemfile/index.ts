import type { Format } from '../../model/format.ts';
import { folderModule } from '../shared/modules/folder-module.ts';

/** Ruby manifests (https://bundler.io/man/gemfile.5.html). */
export const gemfile: Format = {
  id: 'gemfile',
  title: 'Ruby manifests',
  family: 'packages',
  files: ['Gemfile', 'gems.rb', '*.gemfile', '*.gemspec'],
  module: path => folderModule('ruby', path),
  lineComment: '#',
  extracts: 'gems, sources, git and GitHub dependencies, URLs',
  resolves: 'variables of the file; gems that only the lockfile has, on the gem that brings them in',
  load: async () => (await import('./extract.ts')).extractGemfile,
};
