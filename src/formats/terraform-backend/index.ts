import type { Format } from '../../model/format.ts';
import { moduleOfFile, outerModules } from '../terraform/scope.ts';

/** Settings for a backend that are given when a configuration is initialised (https://developer.hashicorp.com/terraform/language/backend#partial-configuration). */
export const terraformBackend: Format = {
  id: 'terraform-backend',
  title: 'Terraform and OpenTofu backend settings',
  family: 'infrastructure',
  files: ['*.tfbackend', 'backend.hcl', 'backend-*.hcl', 'backend.*.hcl', '*.backend.hcl', '*-backend.hcl'],
  lineComment: '#',
  // Other tools have files of this name too: these have settings and no blocks.
  sniff: head => /^[ \t]*\w+[ \t]*=/m.test(head) && !/^[ \t]*[\w-]+(?:[ \t]+"[^"\n]*")*[ \t]*\{/m.test(head),
  module: moduleOfFile,
  outerModules,
  extracts: 'regions, endpoints and other hosts; credentials are never read',
  resolves: 'nothing: values are literal',
  load: async () => (await import('./extract.ts')).createExtractTerraformBackend(),
};
