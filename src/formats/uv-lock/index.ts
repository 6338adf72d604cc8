import type { Format } from '../../model/format.ts';
import { pythonModule } from '../shared/modules/python-module.ts';

/** uv's lockfile (https://docs.astral.sh/uv/concepts/projects/layout/#the-lockfile). */
export const uvLock: Format = {
  id: 'uv-lock',
  title: 'uv lockfile',
  family: 'packages',
  files: ['uv.lock'],
  module: pythonModule,
  generated: true,
  extracts: 'every locked package, the indexes and servers that they were fetched from',
  resolves: 'the chain of dependencies that brings a package in, also through workspaces',
  load: async () => (await import('./extract.ts')).extractUvLock,
};
