import type { Format } from '../../model/format.ts';
import { ansibleModule } from '../shared/modules/ansible-module.ts';
import { isTopLevelList } from '../shared/modules/ansible-sniff.ts';

/** Collections and roles to install (https://docs.ansible.com/ansible/latest/galaxy/user_guide.html). */
export const ansibleRequirements: Format = {
  id: 'ansible-requirements',
  title: 'Ansible requirements (requirements.yml, galaxy.yml, role metadata)',
  family: 'infrastructure',
  files: ['requirements.yml', 'requirements.yaml', 'galaxy.yml', '**/meta/main.yml', '**/meta/main.yaml'],
  lineComment: '#',
  sniff: head => COLLECTIONS_OR_ROLES.test(head) || isTopLevelList(head),
  module: ansibleModule,
  extracts: 'collections and roles, the servers and repositories that they come from',
  resolves: 'nothing',
  load: async () => (await import('./extract.ts')).extractAnsibleRequirements,
};

const COLLECTIONS_OR_ROLES = /^(?:collections|roles|dependencies|galaxy_info|namespace)[ \t]*:/m;
