import type { Format } from '../../model/format.ts';
import { isKubernetesManifest } from '../kubernetes/sniff.ts';
import { folderModule } from '../shared/folder-module.ts';

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
    // Neither translations, nor the settings of logging, nor descriptions of an API.
    '**/src/main/resources/!(*[Mm]essages*|*_[a-z][a-z]|*_[a-z][a-z]_*|log*).properties',
    '**/src/main/resources/!(*[Mm]essages*|*_[a-z][a-z]|*[Oo]pen[Aa]pi*|*[Ss]wagger*).yml',
    '**/src/main/resources/!(*[Mm]essages*|*_[a-z][a-z]|*[Oo]pen[Aa]pi*|*[Ss]wagger*).yaml',
  ],
  lineComment: '#',
  sniff: head => !isKubernetesManifest(head),
  module: path => folderModule('spring', path),
  extracts: 'hosts and regions in values, names of the environment variables that they use',
  resolves: 'placeholders with their defaults, from the settings of the folder, anchors and merge keys',
  load: async () => (await import('../spring/extract.ts')).extractSpring,
};
