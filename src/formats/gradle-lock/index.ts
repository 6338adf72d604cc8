import type { Format } from '../../model/format.ts';
import { gradleModule } from '../shared/modules/gradle-module.ts';

/** Gradle's lockfiles (https://docs.gradle.org/current/userguide/dependency_locking.html). */
export const gradleLock: Format = {
  id: 'gradle-lock',
  title: 'Gradle lockfile',
  family: 'packages',
  files: ['*.lockfile'],
  sniff: head => /^#.*gradle/i.test(head) || /^[\w.-]+:[\w.-]+:[^\s:=]+(?:=|\r?$)/m.test(head),
  module: gradleModule,
  lineComment: '#',
  generated: true,
  extracts: 'every resolved module with its version',
  resolves: 'nothing: the file does not say which module brings another in',
  load: async () => (await import('./extract.ts')).extractGradleLock,
};
