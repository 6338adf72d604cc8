import type { Format } from '../../model/format.ts';
import { isTerraformState } from '../../text/secrets.ts';
import { moduleOfFile } from '../terraform/scope.ts';

/**
 * What Terraform and OpenTofu have made or will make: state files, and the output of `show -json`
 * (https://developer.hashicorp.com/terraform/internals/json-format).
 */
export const terraformState: Format = {
  id: 'terraform-state',
  title: 'Terraform and OpenTofu state and plans in JSON',
  family: 'infrastructure',
  files: [
    '*.tfstate',
    '*.tfstate.backup',
    '*tfstate*.json',
    '*plan*.json',
    '*state.json',
    'show.json',
    'terraform*.json',
  ],
  sniff: isTerraformState,
  module: moduleOfFile,
  generated: true,
  extracts:
    'providers, resources, data sources, modules, regions and zones, container images, hosts and ARNs in attributes; what is marked as sensitive is never read',
  resolves: 'which module’s configuration a planned resource is in: findings stand there, where it is',
  load: async () => (await import('./extract.ts')).extractTerraformState,
};
