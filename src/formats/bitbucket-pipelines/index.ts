import type { Format } from '../../model/format.ts';
import { folderModule } from '../shared/modules/folder-module.ts';

/** https://support.atlassian.com/bitbucket-cloud/docs/bitbucket-pipelines-configuration-reference/ */
export const bitbucketPipelines: Format = {
  id: 'bitbucket-pipelines',
  title: 'Bitbucket Pipelines',
  family: 'delivery',
  files: ['bitbucket-pipelines.yml', 'bitbucket-pipelines.yaml'],
  lineComment: '#',
  module: path => folderModule('bitbucket-pipelines', path),
  extracts: 'images of steps and services, pipes with their variables, scripts, hosts in other values',
  resolves: 'defaults and choices of custom variables, variables of services, anchors and merge keys',
  load: async () => (await import('./extract.ts')).extractBitbucketPipelines,
};
