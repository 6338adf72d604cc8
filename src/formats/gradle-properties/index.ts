import type { Format } from '../../model/format.ts';
import { gradleModule } from '../shared/modules/gradle-module.ts';

/** Gradle's properties and its wrapper's (https://docs.gradle.org/current/userguide/build_environment.html). */
export const gradleProperties: Format = {
  id: 'gradle-properties',
  title: 'Gradle properties',
  family: 'package-settings',
  files: ['gradle.properties', 'gradle-wrapper.properties'],
  module: gradleModule,
  lineComment: '#',
  // Only from the folders below.
  callMarker: () => undefined,
  extracts: "the wrapper's download address, hosts in properties",
  resolves: 'scripts of the project and of those below it use the properties',
  load: async () => (await import('./extract.ts')).extractGradleProperties,
};
