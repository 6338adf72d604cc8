import type { Format } from '../../model/format.ts';
import { folderModule } from '../shared/modules/folder-module.ts';

/** https://goreleaser.com/customization/ */
export const goreleaser: Format = {
  id: 'goreleaser',
  title: 'GoReleaser',
  family: 'delivery',
  files: [
    '.goreleaser.yml',
    '.goreleaser.yaml',
    '.goreleaser.*.yml',
    '.goreleaser.*.yaml',
    'goreleaser.yml',
    'goreleaser.yaml',
  ],
  lineComment: '#',
  module: path => folderModule('goreleaser', path),
  extracts: 'images, object storage with its region, environment variables, hooks, hosts in other values',
  resolves: 'anchors and merge keys',
  load: async () => (await import('./extract.ts')).extractGoreleaser,
};
