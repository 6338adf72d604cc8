import type { Format } from '../../model/format.ts';
import { folderModule } from '../shared/modules/folder-module.ts';

/** What Home Assistant installs for an integration (https://developers.home-assistant.io/docs/creating_integration_manifest/). */
export const homeAssistant: Format = {
  id: 'home-assistant',
  title: 'Home Assistant integrations',
  family: 'packages',
  files: ['**/custom_components/*/manifest.json', '**/homeassistant/components/*/manifest.json'],
  module: path => folderModule('home-assistant', path),
  extracts: 'packages that are installed to run and to test, git and URL dependencies',
  resolves: 'nothing: values are literal',
  load: async () => (await import('./extract.ts')).extractHomeAssistant,
};
