import type { Format } from '../../model/format.ts';
import { folderModule } from '../shared/modules/folder-module.ts';

/** https://pre-commit.com/#adding-pre-commit-plugins-to-your-project */
export const preCommit: Format = {
  id: 'pre-commit',
  title: 'pre-commit',
  family: 'delivery',
  files: ['.pre-commit-config.yaml', '.pre-commit-config.yml'],
  lineComment: '#',
  module: path => folderModule('pre-commit', path),
  extracts:
    'repositories of hooks, images and commands of local hooks, additional Python packages, hosts in other values',
  resolves: 'anchors and merge keys',
  load: async () => (await import('./extract.ts')).extractPreCommit,
};
