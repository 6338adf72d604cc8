import type { Format } from '../../model/format.ts';
import { folderModule } from '../shared/modules/folder-module.ts';

const NAMES = ['*.cdx', 'bom', 'sbom', '*-sbom', '*-bom', '*.sbom', '*.bom'];

/** CycloneDX (https://cyclonedx.org/docs/1.6/json/, https://cyclonedx.org/docs/1.6/xml/). */
export const cyclonedx: Format = {
  id: 'cyclonedx',
  title: 'CycloneDX',
  family: 'bill-of-materials',
  files: ['json', 'xml'].flatMap(type => NAMES.map(name => `${name}.${type}`)),
  module: path => folderModule('sbom', path),
  sniff: head =>
    /"bomFormat"\s*:\s*"CycloneDX"/i.test(head) ||
    /<(?:\w+:)?bom\s[^<>]*cyclonedx\.org\/schema\/bom\//i.test(head),
  generated: true,
  extracts: 'components by their package URL, endpoints of services, addresses of distribution',
  resolves: 'the chain of dependencies that brings a component in, where the bill has it',
  load: async () => (await import('./extract.ts')).extractCyclonedx,
};
