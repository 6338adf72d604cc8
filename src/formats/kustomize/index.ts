import type { Format } from '../../model/format.ts';
import { basename } from '../../text/path.ts';
import { folderOfManifest, kubernetesModule } from '../kubernetes/module.ts';
import { KUSTOMIZATIONS, kustomizationsAbove } from './calls.ts';

/** Kustomizations (https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/). */
export const kustomize: Format = {
  id: 'kustomize',
  title: 'Kustomize',
  family: 'containers',
  files: KUSTOMIZATIONS,
  lineComment: '#',
  module: kubernetesModule,
  // An overlay names the folder of its base, unless that is above it.
  callMarker: module => basename(folderOfManifest(module)) || undefined,
  calls: { kinds: ['kubernetes'], upward: { modules: kustomizationsAbove } },
  extracts:
    'images after their overrides, charts with their values, remote bases, inline patches (strategic merge and JSON 6902), literals of generators, labels and annotations',
  resolves: 'anchors and merge keys; images that are replaced in the manifests and bases of the repository',
  load: async () => (await import('./extract.ts')).extractKustomize,
};
