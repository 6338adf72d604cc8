import type { Format } from '../../model/format.ts';
import { folderModule } from '../shared/modules/folder-module.ts';

/** Elixir lockfile (https://hexdocs.pm/mix/Mix.Tasks.Deps.Get.html). */
export const mixLock: Format = {
  id: 'mix-lock',
  title: 'Elixir lockfile',
  family: 'packages',
  files: ['mix.lock'],
  module: path => folderModule('mix', path),
  generated: true,
  extracts: 'every resolved package, git repositories',
  resolves: 'the chain of dependencies that brings a package in',
  load: async () => (await import('./extract.ts')).extractMixLock,
};
