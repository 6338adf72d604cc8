import type { Format } from '../../model/format.ts';
import { pythonModule } from '../shared/modules/python-module.ts';

/** The standard lockfile of Python (https://packaging.python.org/en/latest/specifications/pylock-toml/). */
export const pylock: Format = {
  id: 'pylock',
  title: 'Python lockfile',
  family: 'packages',
  files: ['pylock.toml', 'pylock.*.toml'],
  module: pythonModule,
  generated: true,
  extracts: 'every locked package, indexes, git and archive hosts, the servers of wheels',
  resolves: 'the chain of dependencies that brings a package in, where the file has it',
  load: async () => (await import('./extract.ts')).extractPylock,
};
