import type { Format } from '../../model/format.ts';
import { folderModule } from '../shared/modules/folder-module.ts';

/** Settings of the servers Vault (https://developer.hashicorp.com/vault/docs/configuration) and OpenBao. */
export const vault: Format = {
  id: 'vault',
  title: 'Vault servers',
  family: 'application-settings',
  files: ['*.hcl'],
  lineComment: '#',
  // Other files in HCL are called so too.
  sniff: head => SERVER.test(head),
  module: path => folderModule('vault', path),
  extracts: 'what seals the server and stores its data, regions, hosts',
  resolves: '–',
  load: async () => (await import('./extract.ts')).createExtractVault(),
};

const SERVER = /^[ \t]*(?:seal|storage|ha_storage)[ \t]+"[\w-]+"[ \t]*\{/m;
