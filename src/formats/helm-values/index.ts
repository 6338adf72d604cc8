import type { Format } from '../../model/format.ts';
import { isKubernetesManifest } from '../kubernetes/sniff.ts';
import { helmModule, outerCharts } from '../shared/modules/helm-module.ts';

/** Values for Helm charts (https://helm.sh/docs/chart_template_guide/values_files/). */
export const helmValues: Format = {
  id: 'helm-values',
  title: 'Helm values',
  family: 'containers',
  files: [
    'values.yaml',
    'values.yml',
    'values[-_.]*.yaml',
    'values[-_.]*.yml',
    '*[-_.]values.yaml',
    '*[-_.]values.yml',
    '**/values/*.yaml',
    '**/values/*.yml',
    'values*.yaml.gotmpl',
    '*values.yaml.gotmpl',
  ],
  lineComment: '#',
  sniff: head => TOP_LEVEL_KEY.test(head) && !isKubernetesManifest(head),
  module: helmModule,
  outerModules: outerCharts,
  extracts:
    'images, also in parts (registry, repository, tag, digest) and with a registry for all of them, regions, annotations and labels, storage and ingress classes, environment variables, commands, clouds by the names that tools have for them, hosts',
  resolves: 'anchors and merge keys, template syntax in values, values of the chart around',
  load: async () => (await import('./extract.ts')).extractHelmValues,
};

const TOP_LEVEL_KEY = /^["']?[\w.-]+["']?[ \t]*:/m;
