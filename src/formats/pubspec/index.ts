import type { Format } from '../../model/format.ts';
import { folderModule } from '../shared/modules/folder-module.ts';

/** Dart and Flutter manifest (https://dart.dev/tools/pub/pubspec). */
export const pubspec: Format = {
  id: 'pubspec',
  title: 'Dart and Flutter manifest',
  family: 'packages',
  files: ['pubspec.yaml', 'pubspec_overrides.yaml', 'pubspec.yml'],
  module: path => folderModule('pub', path),
  lineComment: '#',
  extracts: 'dependencies and overrides, hosted servers, git dependencies',
  resolves: 'anchors',
  load: async () => (await import('./extract.ts')).extractPubspec,
};
