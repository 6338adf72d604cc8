import type { Format } from '../../model/format.ts';
import { shellModule } from './module.ts';

/** Shell scripts (https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html). */
export const shell: Format = {
  id: 'shell',
  title: 'Shell scripts',
  family: 'delivery',
  files: [
    '*.sh',
    '*.bash',
    '*.zsh',
    '*.ksh',
    '.bashrc',
    '.bash_profile',
    '.envrc',
    '.profile',
    '.zshrc',
    'entrypoint',
    'docker-entrypoint',
  ],
  lineComment: '#',
  module: shellModule,
  extracts:
    'command-line tools, mirrors that package tools are told to use, packages that they install, images, environment variables, chart repositories, clouds that options name for a tool, hosts in commands and here-documents; what is only printed is not',
  resolves: 'variables that the script assigns in one place, their defaults',
  load: async () => (await import('./extract.ts')).extractShell,
};
