import type { Format } from '../../model/format.ts';
import { ansibleModule } from '../shared/modules/ansible-module.ts';

/** Ansible's settings (https://docs.ansible.com/ansible/latest/reference_appendices/config.html). */
export const ansibleCfg: Format = {
  id: 'ansible-cfg',
  title: 'Ansible settings (ansible.cfg)',
  family: 'infrastructure',
  files: ['ansible.cfg', '.ansible.cfg'],
  lineComment: '#',
  module: ansibleModule,
  extracts: 'Galaxy servers and other hosts, enabled inventory plug-ins',
  resolves: 'nothing',
  load: async () => (await import('./extract.ts')).extractAnsibleCfg,
};
