import type { Format } from '../../model/format.ts';
import { npmModule } from '../shared/modules/npm-module.ts';

/** What electron-builder packs and where it publishes (https://www.electron.build/docs/configuration). */
export const electronBuilder: Format = {
  id: 'electron-builder',
  title: 'electron-builder settings',
  family: 'package-settings',
  files: [
    'electron-builder.yml',
    'electron-builder.yaml',
    'electron-builder.json',
    'electron-builder.toml',
    // A file for each target or environment.
    'electron-builder.*.yml',
    'electron-builder.*.yaml',
    'electron-builder.*.json',
  ],
  module: npmModule,
  lineComment: '#',
  extracts: 'mirrors of downloads, addresses to publish to and others in settings',
  resolves: 'anchors and merge keys',
  load: async () => (await import('./extract.ts')).extractElectronBuilder,
};
