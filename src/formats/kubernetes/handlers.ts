import type { Expression } from '../../model/expression.ts';
import { hasMark } from '../../parsers/marks.ts';
import { slicePlaced } from '../../parsers/placed-text.ts';
import type { TreeNode, TreeScalar } from '../../parsers/tree.ts';
import { namesPartition, partitionReference, settingHolder } from '../shared/region-value.ts';
import { inside, segmentsOf, type TreePath } from '../shared/tree-path.ts';
import { type Collector, type ObjectContext, scalarsOf } from './collector.ts';
import { readCommand, readEnvironment, readScript, readTexts, readUserData } from './containers.ts';
import { readImage, readImages } from './images.ts';
import {
  ANNOTATION_MAP_KEYS,
  DRIVER_KEYS,
  ENVIRONMENT_KEYS,
  GROUP_KEYS,
  IGNORED_KEYS,
  IMAGE_KEY,
  isDottedRegion,
  LABEL_MAP_KEYS,
  NODE_COMMAND_KEYS,
  REGION_KEYS,
  RESOURCE_MAP_KEYS,
  USER_DATA_KEYS,
} from './keys.ts';
import { readAnnotations, readLabels, readResources } from './labels.ts';
import { listedNames } from './text.ts';

/**
 * Reads what a key's value names.
 * @returns whether that is all; else the value is read like any other.
 */
export type KeyHandler = (
  collector: Collector,
  value: TreeNode,
  path: TreePath,
  context: ObjectContext,
) => boolean;

/** What is to be done with `key` in an object; `undefined` for a key that means nothing by itself. */
export function handlerOf(key: string, context: ObjectContext): KeyHandler | undefined {
  return (
    BY_KEY.get(key) ??
    contextual(key, context) ??
    (IMAGE_KEY.test(key) ? readImage : undefined) ??
    (isDottedRegion(key) ? readRegions : undefined) ??
    (namesPartition(key) ? readPartition : undefined)
  );
}

/** Keys that mean something in certain objects only. */
function contextual(key: string, { kind, group }: ObjectContext): KeyHandler | undefined {
  if (key === 'controller' && kind === 'IngressClass') return readDriver;
  // Crossplane's packages are images (https://docs.crossplane.io/latest/packages/providers/).
  if (key === 'package' && group === 'pkg.crossplane.io') return readImage;
  // https://tekton.dev/docs/pipelines/tasks/#running-scripts-within-steps
  if (key === 'script' && group === 'tekton.dev') return readScript;
  // https://keda.sh/docs/latest/scalers/, https://cert-manager.io/docs/configuration/acme/dns01/webhook/
  if ((key === 'type' && group === 'keda.sh') || key === 'solverName') return readPlugin;
  if (key === 'provider' && group === 'external-secrets.io') return readProvider;
  if (key === 'location' && isCustom(group)) return readLocation;
  if (key === 'map' && group === 'apiextensions.crossplane.io') return readMappedRegions;
  if (key === 'data' && kind === 'ConfigMap') return readTexts;
  if (key === 'stringData' && kind === 'Secret') return readTexts;
  return key === 'data' && kind === 'Secret' ? ignore : undefined;
}

const ignore: KeyHandler = () => true;

/** In a role these are kinds of objects; in a container, amounts; in a composition, objects. */
const ignoreNames: KeyHandler = (_collector, value) =>
  value.kind === 'list' && value.items.every(item => item.kind === 'scalar');

/** Names are only names, but a CSI driver's is what volumes call it by. */
const readName: KeyHandler = (collector, value, path, { kind }) => {
  const isDriver = kind === 'CSIDriver' && path.parent?.segment === 'metadata';
  const isNodesDriver = kind === 'CSINode' && path.parent?.parent?.segment === 'drivers';
  if (isDriver || isNodesDriver) collector.addNames('driver', value, path);
  return true;
};

/**
 * What a pod's resolver appends to names is no endpoint
 * (https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/#pod-dns-config).
 */
const ignoreSearched: KeyHandler = (_collector, _value, path) => path.parent?.segment === 'dnsConfig';

const readPlugin: KeyHandler = (collector, value, path) => {
  collector.addNames('plugin', value, path);
  return true;
};

/** What a store of secrets is, by the one key in it (https://external-secrets.io/latest/api/secretstore/). */
const readProvider: KeyHandler = (collector, value, path) => {
  if (value.kind === 'map')
    for (const { key, keySpan } of value.entries)
      collector.addName('plugin', { text: key, span: keySpan }, inside(path, key));
  return false;
};

/**
 * What a patch of a composition puts in the place of a region
 * (https://docs.crossplane.io/latest/guides/function-patch-and-transform/#map-transforms).
 */
const readMappedRegions: KeyHandler = (collector, value, path, context) => {
  if (value.kind !== 'map') return false;
  for (const entry of value.entries) {
    if (entry.value?.kind === 'scalar' && ZONE_OR_REGION.test(entry.value.text))
      readRegions(collector, entry.value, inside(path, entry.key), { ...context, group: '' });
    else if (entry.value?.kind === 'scalar') collector.addStrings(entry.value, inside(path, entry.key));
  }
  return true;
};

const ZONE_OR_REGION = /^[a-z]{2,12}(?:-[a-z0-9]+)+$/;

const readDriver: KeyHandler = (collector, value, path) => {
  collector.addNames('driver', value, path);
  return value.kind !== 'map';
};

/** `group/version`; the core group has no name. */
const readApiVersion: KeyHandler = (collector, value, path) => {
  const slash = value.kind === 'scalar' ? value.text.indexOf('/') : -1;
  if (value.kind === 'scalar' && slash > 0)
    collector.addName('api-group', slicePlaced(value, 0, slash), path);
  return true;
};

const readGroups: KeyHandler = (collector, value, path) => {
  for (const group of scalarsOf(value)) if (group.text !== '*') collector.addName('api-group', group, path);
  return value.kind !== 'map';
};

const readAnnotationNames: KeyHandler = (collector, value, path) => {
  collector.addNames('annotation', value, path);
  return true;
};

/** Kubernetes' own groups say nothing of a vendor. */
function isCustom(group: string): boolean {
  return group.includes('.') && !group.endsWith('.k8s.io');
}

/** In an object of a vendor's API the region is that vendor's, else of the one that the keys around it name. */
const readRegions: KeyHandler = (collector, value, path, { group }) => {
  for (const scalar of scalarsOf(value)) {
    const provider = holderAt(scalar, path, group);
    // A DNS zone.
    if (scalar.text.includes('.')) collector.addStrings(scalar, path);
    else if (hasMark(scalar.text)) collector.addName('region', scalar, path, provider);
    else for (const name of listedNames(scalar)) collector.addName('region', name, path, provider);
  }
  return value.kind !== 'map';
};

/** A path and an address are locations too; the name of a region can have several words. */
const readLocation: KeyHandler = (collector, value, path, { group }) => {
  if (value.kind !== 'scalar' || /[/:.]/.test(value.text)) return false;
  collector.addName('region', value, path, holderAt(value, path, group));
  return true;
};

function holderAt({ span }: TreeScalar, path: TreePath, group: string): Expression {
  const setting = settingHolder(segmentsOf(path));
  return { type: 'literal', value: isCustom(group) ? `api-group/${group}/${setting}` : setting, span };
}

const readPartition: KeyHandler = (collector, value, path) => {
  if (value.kind !== 'scalar') return false;
  const { textOf, lookUp } = collector.wording;
  const found = partitionReference(path.segment, textOf(value), collector.where(path), lookUp);
  if (found) collector.add([found]);
  return found !== undefined;
};

const BY_KEY: ReadonlyMap<string, KeyHandler> = new Map([
  ...each(IGNORED_KEYS, ignore),
  ...each(['resources', 'resourceNames'], ignoreNames),
  ...each(['name'], readName),
  ...each(['searches'], ignoreSearched),
  ...each(['apiVersion'], readApiVersion),
  ...each(DRIVER_KEYS, readDriver),
  ...each(GROUP_KEYS, readGroups),
  ...each(LABEL_MAP_KEYS, readLabels),
  ...each(ANNOTATION_MAP_KEYS, readAnnotations),
  ...each(RESOURCE_MAP_KEYS, readResources),
  ...each(['topologyKey', 'topologyKeys', 'finalizers'], readAnnotationNames),
  ...each(REGION_KEYS, readRegions),
  ...each(ENVIRONMENT_KEYS, readEnvironment),
  ...each(['command', 'args'], readCommand),
  ...each(NODE_COMMAND_KEYS, readCommand),
  ...each(USER_DATA_KEYS, readUserData),
  ...each(['images'], readImages),
]);

function each(keys: Iterable<string>, handler: KeyHandler): [string, KeyHandler][] {
  return Array.from(keys, key => [key, handler]);
}
