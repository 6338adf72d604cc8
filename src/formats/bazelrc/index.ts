import type { Format } from '../../model/format.ts';
import { folderModule } from '../shared/modules/folder-module.ts';

/** Bazel options (https://bazel.build/run/bazelrc). */
export const bazelrc: Format = {
  id: 'bazelrc',
  title: 'Bazel options',
  family: 'package-settings',
  files: ['.bazelrc', '*.bazelrc'],
  module: path => folderModule('bazel', path),
  lineComment: '#',
  extracts: 'registries, remote caches and executors, download configurations',
  resolves: 'nothing',
  load: async () => (await import('./extract.ts')).extractBazelrc,
};
