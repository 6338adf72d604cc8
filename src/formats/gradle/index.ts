import type { Format } from '../../model/format.ts';
import { gradleFolder, gradleModule } from '../shared/modules/gradle-module.ts';
import { outerModules } from '../shared/modules/outer-modules.ts';

/** Gradle's build, settings and init scripts in Groovy and Kotlin (https://docs.gradle.org/current/userguide/writing_build_scripts.html). */
export const gradle: Format = {
  id: 'gradle',
  title: 'Gradle',
  family: 'packages',
  files: ['*.gradle', '*.gradle.kts'],
  module: gradleModule,
  lineComment: '//',
  // Only from the folders below.
  callMarker: () => undefined,
  calls: { kinds: ['gradle'], upward: { modules: path => outerModules('gradle', gradleFolder(path)) } },
  extracts: 'dependencies, platforms, plugins, repositories, coordinates in maps and variables, URLs',
  resolves:
    'variables of the script, `gradle.properties` and version catalogs, also of the folders around; packages that only `gradle.lockfile` has',
  load: async () => (await import('./extract.ts')).extractGradle,
};
