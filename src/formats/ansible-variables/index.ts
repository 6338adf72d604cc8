import type { Format } from '../../model/format.ts';
import { ansibleModule, outerAnsible } from '../shared/modules/ansible-module.ts';
import { isVariables } from '../shared/modules/ansible-sniff.ts';

/** Variables of hosts, groups and roles (https://docs.ansible.com/ansible/latest/playbook_guide/playbooks_variables.html). */
export const ansibleVariables: Format = {
  id: 'ansible-variables',
  title: 'Ansible variables (group_vars, host_vars, defaults, vars)',
  family: 'infrastructure',
  files: [
    '**/group_vars/**/*.yml',
    '**/group_vars/**/*.yaml',
    '**/group_vars/all',
    '**/host_vars/**/*.yml',
    '**/host_vars/**/*.yaml',
    '**/defaults/**/*.yml',
    '**/defaults/**/*.yaml',
    '**/vars/**/*.yml',
    '**/vars/**/*.yaml',
  ],
  lineComment: '#',
  sniff: isVariables,
  module: ansibleModule,
  outerModules: outerAnsible,
  extracts: 'regions, images, environment variables, hosts in any value',
  resolves: 'variables in values, anchors and merge keys',
  load: async () => (await import('./extract.ts')).extractAnsibleVariables,
};
