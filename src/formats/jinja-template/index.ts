import type { Format } from '../../model/format.ts';
import { ansibleModule } from '../shared/modules/ansible-module.ts';

/** Files that Ansible and others fill in (https://docs.ansible.com/ansible/latest/collections/ansible/builtin/template_module.html). */
export const jinjaTemplate: Format = {
  id: 'jinja-template',
  title: 'Jinja templates',
  family: 'infrastructure',
  files: ['*.j2'],
  lineComment: '#',
  module: ansibleModule,
  extracts:
    'what the file is known for by its name: mirrors, scripts, settings, images in YAML; hosts in any other',
  resolves: 'variables of the role and of the project, defaults, conditions within a line',
  load: async () => (await import('./extract.ts')).extractJinjaTemplate,
};
