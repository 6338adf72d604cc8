import type { Format } from '../../model/format.ts';
import { moduleOfFile, outerModules } from '../terraform/scope.ts';

/** Values for variables (https://developer.hashicorp.com/terraform/language/values/variables#variable-definitions-tfvars-files). */
export const terraformVariables: Format = {
  id: 'terraform-variables',
  title: 'Terraform and OpenTofu variable values',
  family: 'infrastructure',
  files: ['*.tfvars', '*.tfvars.json'],
  lineComment: '#',
  module: moduleOfFile,
  outerModules,
  extracts: 'container images, environment variables, hosts and ARNs in any text',
  resolves:
    'the variables of the module in the same folder, or in the nearest folder above that declares them',
  load: async () => (await import('./extract.ts')).createExtractTerraformVariables(),
};
