import type { Format } from '../../model/format.ts';
import { isHelmTemplate } from '../kubernetes/sniff.ts';
import { helmModule, outerCharts } from '../shared/modules/helm-module.ts';

/** The templates of a Helm chart (https://helm.sh/docs/chart_template_guide/). */
export const helmTemplate: Format = {
  id: 'helm-template',
  title: 'Helm templates',
  family: 'containers',
  files: ['**/templates/**/*.yaml', '**/templates/**/*.yml', '**/templates/**/*.tpl'],
  lineComment: '#',
  sniff: head => isHelmTemplate(head) || NAMED_TEMPLATE.test(head),
  module: helmModule,
  outerModules: outerCharts,
  extracts: 'what Kubernetes manifests have, with the template syntax in it',
  resolves:
    'values of the chart, of the chart around it and under an alias, Chart.yaml, variables, named templates, images that library charts put together, default, printf, coalesce and the like; what depends on loops or on the cluster is unknown',
  load: async () => (await import('./extract.ts')).extractHelmTemplate,
};

const NAMED_TEMPLATE = /^\{\{-?[ \t]*define[ \t]+"/m;
