import type { Format } from '../../model/format.ts';
import { npmModule } from '../shared/modules/npm-module.ts';

/** Workspaces and settings of pnpm (https://pnpm.io/pnpm-workspace_yaml). */
export const pnpmWorkspace: Format = {
  id: 'pnpm-workspace',
  title: 'pnpm workspace',
  family: 'packages',
  files: ['pnpm-workspace.yaml'],
  module: npmModule,
  lineComment: '#',
  extracts: 'packages of catalogs, overrides and extensions, registries, mirrors and hosts in settings',
  resolves: 'anchors and merge keys, `npm:` aliases; environment variables with a default in the file',
  load: async () => (await import('./extract.ts')).extractPnpmWorkspace,
};
