import type { Format } from '../../model/format.ts';
import { folderModule } from '../shared/modules/folder-module.ts';

/** Values for a template's variables (https://developer.hashicorp.com/packer/docs/templates/hcl_templates/variables#variable-definitions-pkrvars-hcl-and-auto-pkrvars-hcl-files). */
export const packerVariables: Format = {
  id: 'packer-variables',
  title: 'Packer variable values',
  family: 'infrastructure',
  files: ['*.pkrvars.hcl', '*.pkrvars.json'],
  lineComment: '#',
  module: path => folderModule('packer', path),
  extracts: 'container images, environment variables, hosts and ARNs in any text',
  resolves: 'the variables of the templates in the same folder',
  load: async () => (await import('./extract.ts')).createExtractPackerVariables(),
};
