import type { Format } from '../../model/format.ts';
import { pythonModule } from '../shared/modules/python-module.ts';

/** pip's settings (https://pip.pypa.io/en/stable/topics/configuration/). */
export const pipConf: Format = {
  id: 'pip-conf',
  title: 'pip settings',
  family: 'package-settings',
  files: ['pip.conf', 'pip.ini'],
  module: pythonModule,
  lineComment: '#',
  extracts: 'indexes, extra indexes, link lists, proxies, trusted hosts',
  resolves: 'values over several lines; environment variables stay unknown',
  load: async () => (await import('./extract.ts')).extractPipConf,
};
