import type { Format } from '../../model/format.ts';
import { gradleModule } from '../shared/modules/gradle-module.ts';

/** Gradle's version catalogs (https://docs.gradle.org/current/userguide/version_catalogs.html#sec:version-catalog-declaration). */
export const gradleCatalog: Format = {
  id: 'gradle-catalog',
  title: 'Gradle version catalog',
  family: 'packages',
  files: ['*.versions.toml'],
  module: gradleModule,
  lineComment: '#',
  // Only from the folders below.
  callMarker: () => undefined,
  extracts: 'libraries and plugins in all notations',
  resolves: '`version.ref`; scripts find the entries by their aliases and bundles',
  load: async () => (await import('./extract.ts')).extractGradleCatalog,
};
