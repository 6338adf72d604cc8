import type { Format } from '../../model/format.ts';
import { mavenModule } from '../shared/modules/maven-module.ts';

/** Maven's settings (https://maven.apache.org/settings.html). */
export const mavenSettings: Format = {
  id: 'maven-settings',
  title: 'Maven settings',
  family: 'package-settings',
  files: ['settings.xml', '*-settings.xml', 'settings-*.xml', 'maven-wrapper.properties'],
  sniff: head =>
    /<(?:[\w-]+:)?settings[\s>]/.test(head) || /^[ \t]*(?:distribution|wrapper)Url\s*[=:]/m.test(head),
  module: mavenModule,
  extracts: 'mirrors, repositories and plugin repositories of profiles, proxies, the wrapper’s addresses',
  resolves: 'properties of the same file; those of the environment are unknown',
  load: async () => (await import('./extract.ts')).extractMavenSettings,
};
