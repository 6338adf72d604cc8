import type { Format } from '../../model/format.ts';
import { folderModule } from '../shared/modules/folder-module.ts';

/** What the plug-in manager installs (https://github.com/jenkinsci/plugin-installation-manager-tool#plugin-input-format). */
export const jenkinsPlugins: Format = {
  id: 'jenkins-plugins',
  title: 'Jenkins plug-ins',
  family: 'delivery',
  files: ['plugins.txt'],
  lineComment: '#',
  // Others have lists of this name with other things in them.
  sniff: head => /^[a-z][a-z0-9-]*(?::[\w.-]+)?[ \t]*(?:#.*)?$/m.test(head),
  module: path => folderModule('jenkins-plugins', path),
  extracts: 'plug-ins, and the addresses of those from elsewhere',
  resolves: '–',
  load: async () => (await import('./extract.ts')).extractJenkinsPlugins,
};
