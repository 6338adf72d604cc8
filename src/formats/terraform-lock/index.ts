import type { Format } from '../../model/format.ts';
import { moduleOfFile } from '../terraform/scope.ts';

/** Which provider versions were installed (https://developer.hashicorp.com/terraform/language/files/dependency-lock). */
export const terraformLock: Format = {
  id: 'terraform-lock',
  title: 'Terraform and OpenTofu dependency lock',
  family: 'infrastructure',
  files: ['.terraform.lock.hcl'],
  module: moduleOfFile,
  generated: true,
  extracts: 'providers with their versions',
  resolves: 'nothing: addresses are written out',
  load: async () => (await import('./extract.ts')).createExtractTerraformLock(),
};
