import type { Format } from '../../model/format.ts';
import { folderModule } from '../shared/modules/folder-module.ts';

/** What is deployed to an environment of CloudBase (https://docs.cloudbase.net/en/cli-v1/declarative-deploy/config). */
export const cloudbase: Format = {
  id: 'cloudbase',
  title: 'CloudBase',
  family: 'infrastructure',
  files: ['cloudbaserc.json', 'cloudbaserc.yaml', 'cloudbaserc.yml'],
  lineComment: '#',
  module: path => folderModule('cloudbase', path),
  extracts: 'the environment, its region, plug-ins, environment variables, commands, hosts',
  resolves: '–',
  load: async () => (await import('./extract.ts')).extractCloudbase,
};
