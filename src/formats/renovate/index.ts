import type { Format } from '../../model/format.ts';
import { folderModule } from '../shared/modules/folder-module.ts';

/** https://docs.renovatebot.com/configuration-options/ */
export const renovate: Format = {
  id: 'renovate',
  title: 'Renovate',
  family: 'delivery',
  files: [
    'renovate.json',
    'renovate.json5',
    '.renovaterc',
    '.renovaterc.json',
    '.renovaterc.json5',
    '**/.github/renovate.json',
    '**/.github/renovate.json5',
  ],
  module: path => folderModule('renovate', path),
  extracts: 'registries, hosts of host rules, registry aliases, hosts in other values',
  resolves: '–',
  load: async () => (await import('./extract.ts')).extractRenovate,
};
