import type { Format } from '../../model/format.ts';
import { folderModule } from '../shared/modules/folder-module.ts';

/** SPDX (https://spdx.github.io/spdx-spec/v2.3/). */
export const spdx: Format = {
  id: 'spdx',
  title: 'SPDX',
  family: 'bill-of-materials',
  files: ['*.spdx.json', 'bom.json', 'sbom.json', '*-sbom.json', '*-bom.json', '*.sbom.json', '*.bom.json'],
  module: path => folderModule('sbom', path),
  sniff: head => /"spdxVersion"\s*:|"SPDX-\d|spdx\.org\/rdf/.test(head),
  generated: true,
  extracts: 'packages by their package URL, download locations',
  resolves: 'the chain of dependencies that brings a package in, where the bill has it',
  load: async () => (await import('./extract.ts')).extractSpdx,
};
