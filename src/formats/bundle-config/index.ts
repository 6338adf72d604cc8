import type { Format } from '../../model/format.ts';
import { dirname } from '../../text/path.ts';
import { folderModule } from '../shared/modules/folder-module.ts';

/** Bundler settings (https://bundler.io/man/bundle-config.1.html). */
export const bundleConfig: Format = {
  id: 'bundle-config',
  title: 'Bundler settings',
  family: 'package-settings',
  files: ['**/.bundle/config'],
  module: path => folderModule('ruby', dirname(path)),
  lineComment: '#',
  extracts: 'mirrors, hosts with credentials',
  resolves: 'nothing',
  load: async () => (await import('./extract.ts')).extractBundleConfig,
};
