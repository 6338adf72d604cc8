import type { Format } from '../../model/format.ts';
import { folderModule } from '../shared/modules/folder-module.ts';

/** CocoaPods lockfile (https://guides.cocoapods.org/using/using-cocoapods.html). */
export const podfileLock: Format = {
  id: 'podfile-lock',
  title: 'CocoaPods lockfile',
  family: 'packages',
  files: ['Podfile.lock'],
  module: path => folderModule('cocoapods', path),
  lineComment: '#',
  generated: true,
  extracts: 'every installed pod, the repositories that they come from',
  resolves: 'the chain of dependencies that brings a pod in',
  load: async () => (await import('./extract.ts')).extractPodfileLock,
};
