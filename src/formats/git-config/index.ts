import type { Format } from '../../model/format.ts';
import { folderModule } from '../shared/modules/folder-module.ts';

/** Settings of git, and its list of submodules (https://git-scm.com/docs/git-config, https://git-scm.com/docs/gitmodules). */
export const gitConfig: Format = {
  id: 'git-config',
  title: 'Git settings and submodules',
  family: 'delivery',
  files: ['.gitmodules', '.gitconfig', 'gitconfig', '.lfsconfig'],
  lineComment: '#',
  module: path => folderModule('git-config', path),
  extracts:
    'hosts that submodules and remotes come from, that addresses are replaced by, of proxies and mail servers, and to which settings apply',
  resolves: 'nothing: the files know no variables',
  load: async () => (await import('./extract.ts')).extractGitConfig,
};
