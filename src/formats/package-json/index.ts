import type { Format } from '../../model/format.ts';
import { npmModule } from '../shared/modules/npm-module.ts';

/** The manifest of npm, Yarn and pnpm (https://docs.npmjs.com/cli/configuring-npm/package-json). */
export const packageJson: Format = {
  id: 'package-json',
  title: 'npm manifest',
  family: 'packages',
  files: ['package.json'],
  module: npmModule,
  extracts:
    'packages, aliases, overrides and resolutions, git and URL dependencies, registries, script commands, URLs in settings',
  resolves: '`npm:` aliases; packages that only the lockfile has, on the dependency that brings them in',
  load: async () => (await import('./extract.ts')).extractPackageJson,
};
