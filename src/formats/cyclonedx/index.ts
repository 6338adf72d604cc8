import type { Format } from '../../model/format.ts';
import { folderModule } from '../shared/modules/folder-module.ts';

/** CycloneDX (https://cyclonedx.org/docs/1.6/json/). */
export const cyclonedx: Format = {
  id: 'cyclonedx',
  title: 'CycloneDX',
  family: 'bill-of-materials',
  files: ['*.cdx.json', 'bom.json', 'sbom.json', '*-sbom.json', '*-bom.json', '*.sbom.json', '*.bom.json'],
  module: path => folderModule('sbom', path),
  sniff: head => /"bomFormat"\s*:\s*"CycloneDX"/i.test(head),
  generated: true,
  extracts: 'components by their package URL, endpoints of services, addresses of distribution',
  resolves: 'the chain of dependencies that brings a component in, where the bill has it',
  load: async () => (await import('./extract.ts')).extractCyclonedx,
};
