import type { Format } from '../../model/format.ts';
import { folderModule } from '../shared/modules/folder-module.ts';

/** https://www.jenkins.io/doc/book/pipeline/syntax/ */
export const jenkinsfile: Format = {
  id: 'jenkinsfile',
  title: 'Jenkinsfile',
  family: 'delivery',
  files: ['Jenkinsfile', 'Jenkinsfile.*', '*.Jenkinsfile', '*.jenkinsfile'],
  lineComment: '//',
  module: path => folderModule('jenkinsfile', path),
  extracts:
    'images of agents and of steps, registries, environment variables, scripts of sh, bat and powershell, URLs in other strings',
  resolves: 'variables of the file and of environment blocks, also in scripts',
  load: async () => (await import('./extract.ts')).extractJenkinsfile,
};
