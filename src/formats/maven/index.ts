import type { Format } from '../../model/format.ts';
import { mavenFolder, mavenModule } from '../shared/modules/maven-module.ts';
import { outerModules } from '../shared/modules/outer-modules.ts';

/** Maven's project object model (https://maven.apache.org/pom.html). */
export const maven: Format = {
  id: 'maven',
  title: 'Maven',
  family: 'packages',
  files: ['pom.xml', '*.pom', 'extensions.xml'],
  sniff: head => /<(?:[\w-]+:)?(?:project|extensions)[\s>]/.test(head),
  module: mavenModule,
  // Only from the folders below.
  callMarker: () => undefined,
  calls: {
    kinds: ['maven'],
    upward: { modules: path => outerModules('maven', mavenFolder(path)), markers: ['<parent>'] },
  },
  extracts:
    'dependencies and managed dependencies, plugins and their dependencies, extensions, parents, repositories, hosts in properties and plugin configuration',
  resolves: 'properties of the pom and of those in the folders around it, profiles',
  load: async () => (await import('./extract.ts')).extractMaven,
};
