import type { Format } from '../../model/format.ts';

/** Tests of a configuration, and the data that stands in for a provider's (https://developer.hashicorp.com/terraform/language/tests). */
export const terraformTest: Format = {
  id: 'terraform-test',
  title: 'Terraform and OpenTofu tests',
  family: 'infrastructure',
  files: [
    '*.tftest.hcl',
    '*.tofutest.hcl',
    '*.tfmock.hcl',
    '*.tftest.json',
    '*.tofutest.json',
    '*.tfmock.json',
  ],
  lineComment: '#',
  module: path => `terraform-test:${path}`,
  extracts: 'providers, modules, variables, regions and hosts; providers that are only imitated are not read',
  resolves: 'variables of the test file, conditionals, functions',
  load: async () => (await import('./extract.ts')).createExtractTerraformTest(),
};
