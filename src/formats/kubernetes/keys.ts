/**
 * What the keys of Kubernetes objects mean, whatever the object: custom resources repeat the names of the built-in ones.
 * https://kubernetes.io/docs/reference/kubernetes-api/
 */

/** Names of drivers, controllers and classes, which say who provides storage, ingress or load balancers. */
export const DRIVER_KEYS = new Set([
  'provisioner',
  'driver',
  'driverName',
  'storageClassName',
  'storageClass',
  'volumeSnapshotClassName',
  'ingressClassName',
  'ingressClass',
  'loadBalancerClass',
  'controllerName',
]);

/** Annotations whose value is such a name. */
export const DRIVER_ANNOTATIONS = new Set([
  'kubernetes.io/ingress.class',
  'volume.beta.kubernetes.io/storage-class',
  'volume.beta.kubernetes.io/storage-provisioner',
  'volume.kubernetes.io/storage-provisioner',
  'pv.kubernetes.io/provisioned-by',
  'storageclass.kubernetes.io/provisioner',
]);

/** Maps from label names to values. */
export const LABEL_MAP_KEYS = new Set([
  'labels',
  'matchLabels',
  'nodeSelector',
  'selector',
  'commonLabels',
  'podLabels',
  'additionalLabels',
]);

/** Maps from annotation names to values. */
export const ANNOTATION_MAP_KEYS = new Set([
  'annotations',
  'commonAnnotations',
  'podAnnotations',
  'serviceAnnotations',
  'additionalAnnotations',
]);

/**
 * Maps from the names of resources to amounts: of containers, of quotas and of limit ranges
 * (https://kubernetes.io/docs/concepts/policy/resource-quotas/).
 */
export const RESOURCE_MAP_KEYS = new Set(['limits', 'requests', 'hard', 'defaultRequest']);

/** API groups, as one name or a list. */
export const GROUP_KEYS = new Set(['apiGroup', 'apiGroups', 'group', 'groupName']);

/** Where something runs, in custom resources and in the parameters of storage classes. */
export const REGION_KEYS = new Set([
  'region',
  'regions',
  'regionId',
  'regionID',
  'regionName',
  'region_id',
  'zone',
  'zones',
  'zoneId',
  'zoneID',
  'zone_id',
  'availabilityZone',
  'availabilityZones',
]);

/** A setting of an application that is one key: `storage.cloud.region`. With a slash it is a label. */
export function isDottedRegion(key: string): boolean {
  const dot = key.lastIndexOf('.');
  return dot > 0 && !key.includes('/') && REGION_KEYS.has(key.slice(dot + 1));
}

/** Environment variables of containers, with the names that charts give them. */
export const ENVIRONMENT_KEYS = new Set([
  'env',
  'envVars',
  'extraEnv',
  'extraEnvs',
  'extraEnvVars',
  'additionalEnv',
  'environmentVariables',
]);

/**
 * Commands that a machine runs when it becomes a node
 * (https://cluster-api.sigs.k8s.io/tasks/bootstrap/kubeadm-bootstrap/).
 */
export const NODE_COMMAND_KEYS = new Set(['preKubeadmCommands', 'postKubeadmCommands']);

/** What a machine does at its first start (https://kubevirt.io/user-guide/user_workloads/startup_scripts/). */
export const USER_DATA_KEYS = new Set(['userData', 'userdata', 'user-data', 'user_data']);

/** Texts that are YAML: values for a chart, a patch. */
export const EMBEDDED_KEYS = new Set(['values', 'valuesContent', 'valuesInline', 'values.yaml', 'patch']);

/** Labels that say in which region or zone a node or volume is, also those that CSI drivers set. */
export const REGION_LABEL = /^(?:topology|failure-domain)\.[a-z0-9.-]+\/(?:region|zone)$/;

/** `image`, and the names that custom resources give it. */
export const IMAGE_KEY =
  /^(?:image|newName|image(?:Name|Repository|Registry|URL|Url)|[a-z][A-Za-z0-9]*Image)$/;

/**
 * Names of other objects and prose. Some look like hosts and are none; of the others nothing is to be learned.
 */
export const IGNORED_KEYS = new Set([
  'kind',
  'key',
  'generateName',
  'namespace',
  'uid',
  'resourceVersion',
  'creationTimestamp',
  'managedFields',
  'plural',
  'singular',
  'verbs',
  'openAPIV3Schema',
  'description',
  'message',
  'summary',
  'binaryData',
]);

/** Annotations that repeat the object, or hold prose. */
export const IGNORED_ANNOTATION = /(?:^|\/)(?:description|readme|summary|last-applied-configuration)$/;
