import type { Format } from '../../model/format.ts';
import { basename, dirname } from '../../text/path.ts';
import { kubernetesModule } from '../kubernetes/module.ts';
import { KUSTOMIZATIONS } from './calls.ts';

/** Kustomizations (https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/). */
export const kustomize: Format = {
  id: 'kustomize',
  title: 'Kustomize',
  family: 'containers',
  files: KUSTOMIZATIONS,
  lineComment: '#',
  module: kubernetesModule,
  // An overlay names the folder of its base.
  callMarker: module => basename(dirname(module)) || undefined,
  extracts:
    'images after their overrides, charts with their values, remote bases, inline patches (strategic merge and JSON 6902), literals of generators, labels and annotations',
  resolves: 'anchors and merge keys; images that are replaced in the manifests and bases of the repository',
  load: async () => (await import('./extract.ts')).extractKustomize,
};
