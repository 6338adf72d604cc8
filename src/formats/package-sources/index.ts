import type { Format } from '../../model/format.ts';
import { folderModule } from '../shared/modules/folder-module.ts';

/**
 * Where operating systems get their packages: apt (https://manpages.debian.org/sources.list), yum and dnf
 * (https://dnf.readthedocs.io/en/latest/conf_ref.html), apk, pacman.
 */
export const packageSources: Format = {
  id: 'package-sources',
  title: 'Package sources of apt, yum, apk, pacman',
  family: 'package-settings',
  files: [
    'sources.list',
    'sources.list.*',
    '**/sources.list.d/*.list',
    '**/sources.list.d/*.sources',
    'debian.sources',
    'ubuntu.sources',
    '*.repo',
    '**/apk/repositories',
    'mirrorlist',
    'mirrorlist.*',
    'pacman.conf',
  ],
  lineComment: '#',
  module: path => folderModule('package-sources', path),
  extracts: 'addresses of package sources and their mirror lists',
  resolves: '–',
  load: async () => (await import('./extract.ts')).extractPackageSources,
};
