import type { Format } from '../../model/format.ts';
import { helmModule, outerCharts } from '../shared/modules/helm-module.ts';

/** What `helm dependency update` writes (https://helm.sh/docs/helm/helm_dependency/). */
export const helmLock: Format = {
  id: 'helm-lock',
  title: 'Helm lock files (Chart.lock, requirements.lock)',
  family: 'containers',
  files: ['Chart.lock', 'requirements.lock'],
  // uv and rye write requirements.lock too.
  sniff: head => /^dependencies:[ \t]*(?:\r?$|\[)/m.test(head),
  generated: true,
  module: helmModule,
  outerModules: outerCharts,
  extracts: 'locked charts with their repositories',
  resolves: 'nothing; the finding stands in Chart.yaml where that names the chart',
  load: async () => (await import('../helm-chart/extract.ts')).extractHelmChart,
};
