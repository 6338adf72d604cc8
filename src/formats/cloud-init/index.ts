import type { Format } from '../../model/format.ts';
import { startUpMarker, startUpModule } from '../shared/modules/start-up-module.ts';

/** Settings for the first start of a machine (https://cloudinit.readthedocs.io/en/latest/reference/modules.html). */
export const cloudInit: Format = {
  id: 'cloud-init',
  title: 'cloud-init',
  family: 'infrastructure',
  files: [
    '*.yaml',
    '*.yml',
    '*.cfg',
    '*.tpl',
    '*.tftpl',
    'user-data*',
    'user_data*',
    'userdata*',
    '*.cloud-config',
  ],
  lineComment: '#',
  sniff: head => HEADER.test(head) || (MODULES.test(head) && !/^apiVersion:/m.test(head)),
  module: startUpModule,
  callMarker: startUpMarker,
  extracts:
    'package sources and mirrors, commands, scripts and settings that are written to files, hosts in all other settings',
  resolves: 'anchors and merge keys, values that Terraform gives to a template',
  load: async () => (await import('./extract.ts')).extractCloudInit,
};

/** https://cloudinit.readthedocs.io/en/latest/explanation/format/cloud-config.html */
const HEADER = /^\uFEFF?(?:##[^\n]*\n)*#cloud-config\b/;

/** Without the header only what no other tool's file begins with. */
const MODULES = /^(?:runcmd|bootcmd|write_files|yum_repos|package_upgrade|cloud_init_modules):/m;
