import type { Format } from '../../model/format.ts';
import { folderModule } from '../shared/modules/folder-module.ts';

/** Elixir manifest (https://hexdocs.pm/mix/Mix.Tasks.Deps.html). */
export const mix: Format = {
  id: 'mix',
  title: 'Elixir manifest',
  family: 'packages',
  files: ['mix.exs'],
  module: path => folderModule('mix', path),
  lineComment: '#',
  extracts: 'packages, private repositories, git dependencies',
  resolves: 'module attributes; packages that only the lockfile has, on the one that brings them in',
  load: async () => (await import('./extract.ts')).extractMix,
};
