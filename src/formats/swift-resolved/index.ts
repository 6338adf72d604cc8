import type { Format } from '../../model/format.ts';
import { folderModule } from '../shared/modules/folder-module.ts';

/** Swift lockfile (https://docs.swift.org/package-manager). */
export const swiftResolved: Format = {
  id: 'swift-resolved',
  title: 'Swift lockfile',
  family: 'packages',
  files: ['Package.resolved'],
  module: path => folderModule('swift', path),
  generated: true,
  extracts: 'every resolved package and the host of its repository',
  resolves: 'nothing: the file does not say which package brings another in',
  load: async () => (await import('./extract.ts')).extractSwiftResolved,
};
