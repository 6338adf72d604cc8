import type { Format } from '../../model/format.ts';
import { folderModule } from '../shared/modules/folder-module.ts';

/** Bazel (https://bazel.build/external/overview). */
export const bazel: Format = {
  id: 'bazel',
  title: 'Bazel',
  family: 'packages',
  files: ['MODULE.bazel', '*.MODULE.bazel', 'WORKSPACE', 'WORKSPACE.bazel', 'WORKSPACE.bzlmod', '*.bzl'],
  module: path => folderModule('bazel', path),
  lineComment: '#',
  extracts: 'modules, archives and git repositories, Maven, Go and image dependencies, registries',
  resolves: 'constants of the file',
  load: async () => (await import('./extract.ts')).extractBazel,
};
