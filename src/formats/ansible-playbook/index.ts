import type { Format } from '../../model/format.ts';
import { ansibleModule, outerAnsible } from '../shared/modules/ansible-module.ts';
import { isAnsibleList } from '../shared/modules/ansible-sniff.ts';

/** Plays and tasks (https://docs.ansible.com/ansible/latest/playbook_guide/). */
export const ansiblePlaybook: Format = {
  id: 'ansible-playbook',
  title: 'Ansible playbooks',
  family: 'infrastructure',
  files: ['*.yml', '*.yaml'],
  lineComment: '#',
  sniff: isAnsibleList,
  module: ansibleModule,
  outerModules: outerAnsible,
  extracts:
    'modules, roles and collections, regions in their arguments, packages that they install, images of container modules, charts, Kubernetes objects, package repositories and indexes, environment variables, commands, hosts',
  resolves:
    'variables from plays, group_vars, host_vars, inventories, and the defaults and vars of roles (any of them), default filters; facts and loops are unknown',
  load: async () => (await import('./extract.ts')).extractAnsible,
};
