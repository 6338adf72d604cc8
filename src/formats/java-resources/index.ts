import type { Format } from '../../model/format.ts';
import { isKubernetesManifest } from '../kubernetes/sniff.ts';
import { folderModule } from '../shared/modules/folder-module.ts';

/**
 * Settings that an application for the JVM brings along under names of its own, beside those of its framework:
 * `src/main/resources/storage.yaml`
 * (https://maven.apache.org/guides/introduction/introduction-to-the-standard-directory-layout.html).
 */
export const javaResources: Format = {
  id: 'java-resources',
  title: 'Settings in the resources of JVM applications',
  family: 'application-settings',
  files: [
    '**/src/main/resources/**/*.properties',
    '**/src/main/resources/**/*.yml',
    '**/src/main/resources/**/*.yaml',
    '**/src/test/resources/**/*.properties',
    '**/src/test/resources/**/*.yml',
    '**/src/test/resources/**/*.yaml',
  ],
  // Translations, the settings of logging, descriptions of an API, what a build tool writes.
  exceptFiles: [
    '*[Mm]essages*',
    '*_[a-z][a-z].*',
    '*_[a-z][a-z]_*.properties',
    'log*.properties',
    '*[Oo]pen[Aa]pi*',
    '*[Ss]wagger*',
    '**/i18n/**',
    '**/l10n/**',
    '**/lang/**',
    '**/locale/**',
    '**/locales/**',
    '**/META-INF/**',
    '**/static/**',
  ],
  lineComment: '#',
  sniff: head => !isKubernetesManifest(head),
  module: path => folderModule('spring', path),
  extracts: 'hosts and regions in values, names of the environment variables that they use',
  resolves: 'placeholders with their defaults, from the settings of the folder, anchors and merge keys',
  load: async () => (await import('../spring/extract.ts')).extractSpring,
};
