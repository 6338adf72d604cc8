import type { Format } from '../../model/format.ts';
import { ansibleModule } from '../shared/modules/ansible-module.ts';

/** Hosts and what is asked for them (https://docs.ansible.com/ansible/latest/inventory_guide/). */
export const ansibleInventory: Format = {
  id: 'ansible-inventory',
  title: 'Ansible inventories',
  family: 'infrastructure',
  files: [
    'hosts',
    'inventory',
    'hosts.ini',
    'inventory*.ini',
    '**/inventory/*.ini',
    '**/inventories/**/*.ini',
    '*.yml',
    '*.yaml',
  ],
  lineComment: '#',
  sniff: isInventory,
  module: ansibleModule,
  extracts: 'host names, variables of hosts and groups, inventory plug-ins with their regions',
  resolves: 'variables in values',
  load: async () => (await import('./extract.ts')).extractAnsibleInventory,
};

/** Groups in brackets, the group of all hosts, a plug-in by its full name, or one of Ansible's own variables. */
function isInventory(head: string): boolean {
  if (/^apiVersion[ \t]*:/m.test(head)) return false;
  if (/^\[[\w:.-]+\][ \t]*\r?$|^plugin[ \t]*:[ \t]*\w+\.[\w.]+[ \t]*\r?$/m.test(head)) return true;
  const hasAll =
    /^(?:all|ungrouped)[ \t]*:/m.test(head) && /^[ \t]+(?:hosts|children|vars)[ \t]*:/m.test(head);
  return hasAll || /\bansible_(?:host|user|port|connection)[ \t]*[=:]/.test(head);
}
