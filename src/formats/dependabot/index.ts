import type { Format } from '../../model/format.ts';
import { folderModule } from '../shared/modules/folder-module.ts';

/** https://docs.github.com/en/code-security/dependabot/working-with-dependabot/dependabot-options-reference */
export const dependabot: Format = {
  id: 'dependabot',
  title: 'Dependabot',
  family: 'delivery',
  files: ['**/.github/dependabot.yml', '**/.github/dependabot.yaml'],
  lineComment: '#',
  module: path => folderModule('dependabot', path),
  extracts: 'private registries by the kind of package',
  resolves: 'anchors and merge keys',
  load: async () => (await import('./extract.ts')).extractDependabot,
};
