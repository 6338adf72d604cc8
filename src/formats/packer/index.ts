import type { Format } from '../../model/format.ts';
import { folderModule } from '../shared/modules/folder-module.ts';

/** Packer templates in both syntaxes of HCL (https://developer.hashicorp.com/packer/docs/templates). */
export const packer: Format = {
  id: 'packer',
  title: 'Packer templates',
  family: 'infrastructure',
  files: ['*.pkr.hcl', '*.pkr.json'],
  lineComment: '#',
  module: path => folderModule('packer', path),
  extracts:
    'plug-ins, builders, data sources, provisioners and post-processors, regions, container images, shell commands, environment variables, hosts in any text',
  resolves: 'variables with `*.pkrvars.hcl`, locals, conditionals, functions',
  load: async () => (await import('./extract.ts')).createExtractPacker(),
};
