import type { Format } from '../../model/format.ts';
import { startUpMarker, startUpModule } from '../shared/modules/start-up-module.ts';

/** Scripts that a machine runs at its first start (https://cloudinit.readthedocs.io/en/latest/explanation/format/user-data-script.html). */
export const userData: Format = {
  id: 'user-data',
  title: 'Start-up scripts of machines',
  family: 'infrastructure',
  files: [
    'user-data*',
    'user_data*',
    'userdata*',
    '*user-data.sh',
    '*user_data.sh',
    '*userdata.sh',
    '*.tpl',
    '*.tftpl',
  ],
  lineComment: '#',
  sniff: head => /^\uFEFF?#!.*\b(?:sh|bash|dash|zsh|ksh)\b/.test(head),
  module: startUpModule,
  callMarker: startUpMarker,
  extracts: 'mirrors that tools are told to use, images, environment variables, repositories, hosts',
  resolves: 'values that Terraform gives to a template; all other variables are those of the machine',
  load: async () => (await import('./extract.ts')).extractUserData,
};
