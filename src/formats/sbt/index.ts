import type { Format } from '../../model/format.ts';
import { folderModule } from '../shared/modules/folder-module.ts';

/** sbt (https://www.scala-sbt.org/1.x/docs/Library-Dependencies.html). */
export const sbt: Format = {
  id: 'sbt',
  title: 'sbt',
  family: 'packages',
  files: ['*.sbt', '**/project/repositories', '**/.sbt/repositories', '**/project/Dependencies.scala'],
  module: path => folderModule('sbt', path),
  lineComment: '//',
  extracts: 'libraries, plugins, resolvers, the repositories of the launcher',
  resolves: 'values of the file',
  load: async () => (await import('./extract.ts')).extractSbt,
};
