import type { Format } from '../../model/format.ts';
import { pythonModule } from '../shared/modules/python-module.ts';

/** Environments and settings of conda (https://docs.conda.io/projects/conda/en/stable/user-guide/tasks/manage-environments.html#creating-an-environment-file-manually). */
export const condaEnvironment: Format = {
  id: 'conda-environment',
  title: 'conda environment',
  family: 'packages',
  files: [
    ...['environment*.yml', 'environment*.yaml', '*environment.yml', '*environment.yaml'],
    ...['conda*.yml', 'conda*.yaml', '.condarc', 'condarc'],
  ],
  // Other tools have files named `environment.yml` too.
  sniff: head =>
    /^["']?(?:channels|dependencies|default_channels|channel_alias|custom_channels)["']?[ \t]*:/m.test(head),
  module: pythonModule,
  lineComment: '#',
  extracts: 'channels by their address, packages of conda and pip, variables, indexes',
  resolves: 'anchors and merge keys',
  load: async () => (await import('./extract.ts')).extractCondaEnvironment,
};
