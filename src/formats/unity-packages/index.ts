import type { Format } from '../../model/format.ts';
import { folderModule } from '../shared/modules/folder-module.ts';

/** The packages of a Unity project (https://docs.unity3d.com/Manual/upm-manifestPrj.html). */
export const unityPackages: Format = {
  id: 'unity-packages',
  title: 'Unity packages',
  family: 'packages',
  files: ['**/Packages/manifest.json'],
  sniff: head => /"dependencies"\s*:/.test(head),
  module: path => folderModule('unity-packages', path),
  extracts: 'packages, the servers of git and URL dependencies, scoped registries',
  resolves: 'nothing: values are literal',
  load: async () => (await import('./extract.ts')).extractUnityPackages,
};
