import type { Format } from '../../model/format.ts';
import { npmModule } from '../shared/modules/npm-module.ts';

/** Yarn's settings since version 2 (https://yarnpkg.com/configuration/yarnrc). */
export const yarnrcYml: Format = {
  id: 'yarnrc-yml',
  title: 'Yarn settings',
  family: 'package-settings',
  files: ['.yarnrc.yml'],
  module: npmModule,
  lineComment: '#',
  extracts:
    'registries, also of scopes, proxies, hosts with credentials, plug-ins, added dependencies, catalogs',
  resolves: 'environment variables with a default in the file; others stay unknown',
  load: async () => (await import('./extract.ts')).extractYarnrcYml,
};
