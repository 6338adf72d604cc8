import type { Format } from '../../model/format.ts';
import { folderModule } from '../shared/modules/folder-module.ts';

/** CocoaPods manifests (https://guides.cocoapods.org/syntax/podfile.html). */
export const podfile: Format = {
  id: 'podfile',
  title: 'CocoaPods manifests',
  family: 'packages',
  files: ['Podfile', '*.podspec'],
  module: path => folderModule('cocoapods', path),
  lineComment: '#',
  extracts: 'pods, spec repositories, git dependencies, addresses of sources',
  resolves: 'variables of the file; pods that only the lockfile has, on the pod that brings them in',
  load: async () => (await import('./extract.ts')).extractPodfile,
};
