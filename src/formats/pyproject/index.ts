import type { Format } from '../../model/format.ts';
import { pythonModule } from '../shared/modules/python-module.ts';

/** The manifest of Python projects (https://packaging.python.org/en/latest/specifications/pyproject-toml/). */
export const pyproject: Format = {
  id: 'pyproject',
  title: 'Python manifest',
  family: 'packages',
  // uv and Pixi have files of their own, which hold what is else their table here.
  files: ['pyproject.toml', 'uv.toml', 'pixi.toml'],
  module: pythonModule,
  lineComment: '#',
  extracts:
    'packages, extras and dependency groups, build requirements, the dependencies and indexes of Poetry, PDM, uv, Hatch, Pixi and Flit, channels and conda packages of Pixi, addresses in tool settings',
  resolves: 'packages that only the lockfile has, on the dependency that brings them in',
  load: async () => (await import('./extract.ts')).extractPyproject,
};
