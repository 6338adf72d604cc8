import type { Format } from '../../model/format.ts';
import { kubernetesModule } from '../kubernetes/module.ts';

/** Kustomizations (https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/). */
export const kustomize: Format = {
  id: 'kustomize',
  title: 'Kustomize',
  family: 'containers',
  files: ['kustomization.yaml', 'kustomization.yml', 'Kustomization'],
  lineComment: '#',
  module: kubernetesModule,
  extracts:
    'images after their overrides, charts with their values, remote bases, inline patches (strategic merge and JSON 6902), literals of generators, labels and annotations',
  resolves: 'anchors and merge keys; an override is not carried to the base that it changes',
  load: async () => (await import('./extract.ts')).extractKustomize,
};
