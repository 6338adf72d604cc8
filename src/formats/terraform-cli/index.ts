import type { Format } from '../../model/format.ts';

/** Settings of the command line (https://developer.hashicorp.com/terraform/cli/config/config-file). */
export const terraformCli: Format = {
  id: 'terraform-cli',
  title: 'Terraform and OpenTofu command line settings',
  family: 'infrastructure',
  files: ['.terraformrc', 'terraform.rc', '.tofurc', 'tofu.rc', '*.tfrc'],
  lineComment: '#',
  module: path => `terraform-cli:${path}`,
  extracts: 'network mirrors of providers, hosts of credentials and services; tokens are never read',
  resolves: 'nothing: values are literal',
  load: async () => (await import('./extract.ts')).createExtractTerraformCli(),
};
