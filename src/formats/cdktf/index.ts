import type { Format } from '../../model/format.ts';
import { folderModule } from '../shared/modules/folder-module.ts';

/** Projects of CDK for Terraform (https://developer.hashicorp.com/terraform/cdktf/create-and-deploy/configuration-file). */
export const cdktf: Format = {
  id: 'cdktf',
  title: 'CDK for Terraform',
  family: 'infrastructure',
  files: ['cdktf.json'],
  module: path => folderModule('cdktf', path),
  extracts: 'providers, modules, commands, regions and hosts in context values',
  resolves: 'nothing: values are literal',
  load: async () => (await import('./extract.ts')).extractCdktf,
};
