import type { Format } from '../../model/format.ts';

/** Packer templates in the JSON that came before HCL (https://developer.hashicorp.com/packer/docs/templates/legacy_json_templates). */
export const packerJson: Format = {
  id: 'packer-json',
  title: 'Packer JSON templates',
  family: 'infrastructure',
  files: ['*.json'],
  sniff: head => BUILDERS.test(head),
  // A template is a whole: another one in the same folder has other variables.
  module: path => `packer:${path}`,
  extracts:
    'builders, provisioners and post-processors, regions, container images, shell commands, environment variables, hosts in any text',
  resolves: '`{{user}}` variables with their defaults; those of the environment are unknown',
  load: async () => (await import('./extract.ts')).extractPackerJson,
};

const BUILDERS = /"builders"\s*:\s*\[/;
