import type { Format } from '../../model/format.ts';
import { folderModule } from '../shared/modules/folder-module.ts';

/** Dart and Flutter lockfile (https://dart.dev/tools/pub/glossary). */
export const pubspecLock: Format = {
  id: 'pubspec-lock',
  title: 'Dart and Flutter lockfile',
  family: 'packages',
  files: ['pubspec.lock'],
  module: path => folderModule('pub', path),
  lineComment: '#',
  generated: true,
  extracts: 'every resolved package, the servers that they were fetched from',
  resolves: 'nothing: the file does not say which package brings another in',
  load: async () => (await import('./extract.ts')).extractPubspecLock,
};
