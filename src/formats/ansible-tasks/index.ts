import type { Format } from '../../model/format.ts';
import { ansibleModule, outerAnsible } from '../shared/modules/ansible-module.ts';
import { isTopLevelList } from '../shared/modules/ansible-sniff.ts';

/** Tasks and handlers, by their folder (https://docs.ansible.com/ansible/latest/playbook_guide/playbooks_reuse_roles.html). */
export const ansibleTasks: Format = {
  id: 'ansible-tasks',
  title: 'Ansible roles',
  family: 'infrastructure',
  files: ['**/tasks/**/*.yml', '**/tasks/**/*.yaml', '**/handlers/**/*.yml', '**/handlers/**/*.yaml'],
  lineComment: '#',
  sniff: head => isTopLevelList(head) && !/^(?:-[ \t]+)?apiVersion[ \t]*:/m.test(head),
  module: ansibleModule,
  outerModules: outerAnsible,
  extracts: 'what playbooks have',
  resolves: 'what playbooks do; the role before the project',
  load: async () => (await import('../ansible-playbook/extract.ts')).extractAnsible,
};
