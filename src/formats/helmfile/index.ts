import type { Format } from '../../model/format.ts';
import { helmfileModule } from './module.ts';

/** Helmfiles (https://helmfile.readthedocs.io/). */
export const helmfile: Format = {
  id: 'helmfile',
  title: 'Helmfile',
  family: 'containers',
  files: [
    'helmfile*.yaml',
    'helmfile*.yml',
    'helmfile*.yaml.gotmpl',
    '**/helmfile.d/**/*.yaml',
    '**/helmfile.d/**/*.yml',
    '**/helmfile.d/**/*.yaml.gotmpl',
  ],
  lineComment: '#',
  sniff: head => TOP_LEVEL.test(head),
  module: helmfileModule,
  extracts:
    'chart repositories, the charts of releases, values that are set in the file, hooks, addresses of other helmfiles',
  resolves:
    'the repository of a release, values of environments that are set in the file, template functions; values in files of their own are read as Helm values',
  load: async () => (await import('./extract.ts')).extractHelmfile,
};

const TOP_LEVEL =
  /^(?:repositories|releases|environments|helmDefaults|helmfiles|bases|templates|commonLabels)[ \t]*:/m;
