import type { Format } from '../../model/format.ts';
import { kubernetesModule } from './module.ts';
import { isKubernetesManifest } from './sniff.ts';

/** Kubernetes objects in YAML (https://kubernetes.io/docs/concepts/overview/working-with-objects/). */
export const kubernetes: Format = {
  id: 'kubernetes',
  title: 'Kubernetes manifests',
  family: 'containers',
  files: ['*.yaml', '*.yml'],
  lineComment: '#',
  sniff: isKubernetesManifest,
  module: kubernetesModule,
  extracts:
    'images, API groups, annotation and label keys, CSI drivers, provisioners, storage, ingress and load balancer classes, regions and zones, environment variables, ConfigMap and Secret text, commands, clouds by the names that tools have for them, hosts',
  resolves: 'anchors and merge keys, $(NAME) within a container',
  load: async () => (await import('./extract.ts')).createExtractKubernetes(),
};
