import type { Format } from '../../model/format.ts';
import { folderModule } from '../shared/modules/folder-module.ts';

/** Swift manifest (https://docs.swift.org/package-manager/PackageDescription/PackageDescription.html). */
export const swiftPackage: Format = {
  id: 'swift-package',
  title: 'Swift manifest',
  family: 'packages',
  files: ['Package.swift', 'Package@swift-*.swift'],
  module: path => folderModule('swift', path),
  lineComment: '//',
  extracts: 'packages by the address of their repository, binary targets, registry packages',
  resolves: 'constants of the file',
  load: async () => (await import('./extract.ts')).extractSwiftPackage,
};
