import type { Format } from '../../model/format.ts';
import { helmModule, outerCharts } from '../shared/modules/helm-module.ts';

/** A chart and what it depends on (https://helm.sh/docs/topics/charts/#the-chartyaml-file). */
export const helmChart: Format = {
  id: 'helm-chart',
  title: 'Helm charts (Chart.yaml, requirements.yaml)',
  family: 'containers',
  files: ['Chart.yaml', 'Chart.yml', 'requirements.yaml'],
  lineComment: '#',
  sniff: head => DEPENDENCIES_OR_CHART.test(head),
  module: helmModule,
  outerModules: outerCharts,
  extracts: 'charts that are depended on with their repositories, images that annotations list',
  resolves: 'nothing; local charts and repository aliases are told apart',
  load: async () => (await import('./extract.ts')).extractHelmChart,
};

/** Ansible has files named `requirements.yaml` too. */
const DEPENDENCIES_OR_CHART = /^["']?(?:dependencies|apiVersion|appVersion|version)["']?[ \t]*:/m;
