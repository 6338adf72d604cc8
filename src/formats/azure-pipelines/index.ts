import type { Format } from '../../model/format.ts';
import { folderModule } from '../shared/modules/folder-module.ts';

/** https://learn.microsoft.com/azure/devops/pipelines/yaml-schema/ */
export const azurePipelines: Format = {
  id: 'azure-pipelines',
  title: 'Azure Pipelines',
  family: 'delivery',
  files: [
    'azure-pipelines*.yml',
    'azure-pipelines*.yaml',
    '.azure-pipelines.yml',
    '**/.azure-pipelines/**/*.yml',
    '**/.azure-pipelines/**/*.yaml',
    '**/azure-pipelines/**/*.yml',
    '**/azure-pipelines/**/*.yaml',
    '**/.azuredevops/**/*.yml',
    '**/.pipelines/**/*.yml',
  ],
  lineComment: '#',
  sniff: head => PIPELINE.test(head),
  module: path => folderModule('azure-pipelines', path),
  extracts:
    'tasks and their inputs, container resources and images of jobs, variables, scripts, hosts in other values',
  resolves:
    'variables of pipeline, stage and job, also in scripts; matrix; defaults and choices of parameters',
  load: async () => (await import('./extract.ts')).extractAzurePipelines,
};

const PIPELINE =
  /^[ \t]*(?:-[ \t]+)?["']?(?:steps|jobs|stages|trigger|pr|pool|extends|parameters|variables|resources)["']?[ \t]*:/m;
