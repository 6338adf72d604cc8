import type { Format } from '../../model/format.ts';
import { folderModule } from '../shared/modules/folder-module.ts';

/** What the web server Caddy serves (https://caddyserver.com/docs/caddyfile). */
export const caddyfile: Format = {
  id: 'caddyfile',
  title: 'Caddyfiles',
  family: 'application-settings',
  files: ['Caddyfile', 'Caddyfile.*', '*.caddyfile', '*.Caddyfile'],
  lineComment: '#',
  module: path => folderModule('caddyfile', path),
  extracts: 'providers of DNS that certificates are asked with, hosts',
  resolves: '–',
  load: async () => (await import('./extract.ts')).extractCaddyfile,
};
