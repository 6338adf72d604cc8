import type { Format } from '../../model/format.ts';
import { folderModule } from '../shared/modules/folder-module.ts';

/** Terraform Stacks: components and deployments (https://developer.hashicorp.com/terraform/language/stacks). */
export const terraformStack: Format = {
  id: 'terraform-stack',
  title: 'Terraform Stacks',
  family: 'infrastructure',
  files: ['*.tfstack.hcl', '*.tfcomponent.hcl', '*.tfdeploy.hcl'],
  lineComment: '#',
  module: path => folderModule('terraform-stack', path),
  extracts: 'providers, components and their modules, deployments, regions, hosts and ARNs in any text',
  resolves: 'locals, variables with the inputs of the deployments, `for_each`, provider names',
  load: async () => (await import('./extract.ts')).createExtractTerraformStack(),
};
