import type { Format } from '../../model/format.ts';
import { isKubernetesManifest } from '../kubernetes/sniff.ts';
import { folderModule } from '../shared/modules/folder-module.ts';

/** Settings that applications keep under the names that are usual for them, whatever reads them. */
export const configFiles: Format = {
  id: 'config-files',
  title: 'Configuration files of applications',
  family: 'application-settings',
  files: [
    'config*.yaml',
    'config*.yml',
    'config*.toml',
    'config*.json',
    'settings*.yaml',
    'settings*.yml',
    'settings*.toml',
    '**/config/*.yaml',
    '**/config/*.yml',
    '**/config/*.toml',
    // A folder for each application or environment, or for packages as Symfony has it.
    '**/config/*/*.yaml',
    '**/config/*/*.yml',
    '**/config/default*.json',
    '**/config/development*.json',
    '**/config/local*.json',
    '**/config/production*.json',
    '**/config/staging*.json',
    '**/config/test*.json',
    '**/conf/*.yaml',
    '**/conf/*.yml',
    '**/conf/*.toml',
    'envoy*.yaml',
    'envoy*.yml',
  ],
  // Translations, descriptions of an API, what a platform shows to people.
  exceptFiles: [
    '*[Ll]ocale*',
    '*[Mm]essages*',
    '*[Oo]pen[Aa]pi*',
    '*[Ss]wagger*',
    '**/locales/**',
    '**/i18n/**',
    '**/crd/**',
    '**/crds/**',
    '**/.github/**',
    '**/.gitlab/**',
  ],
  lineComment: '#',
  sniff: head => !isKubernetesManifest(head),
  module: path => folderModule('config-files', path),
  extracts: 'hosts and regions in values; a region is whose the name of its setting says',
  resolves: 'defaults of variables, anchors and merge keys',
  load: async () => (await import('./extract.ts')).extractConfigFile,
};
