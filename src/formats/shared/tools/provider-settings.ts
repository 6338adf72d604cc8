import { hasMark } from '../../../parsers/marks.ts';
import type { PlacedText } from '../../../parsers/placed-text.ts';
import { childOf, type TreeMap, type TreeNode, type TreeScalar } from '../../../parsers/tree.ts';
import { entriesOf } from '../tree-access.ts';
import type { TreePath } from '../tree-path.ts';

/** A cloud that a tool's settings name. */
export interface SetProvider {
  readonly tool: string;
  readonly name: PlacedText;
  /** The key that it stands at, or that it is. */
  readonly key: string;
}

/**
 * The clouds that a map of settings names for a tool. It must be seen that the settings are this tool's: by the keys
 * beside the name, or by the keys around it.
 * @param path of the map.
 */
export function setProviders(map: TreeMap, path: TreePath | undefined): SetProvider[] {
  return map.entries.flatMap(({ key, keySpan, value }) => {
    if (isRegistryStore(path, value)) return [{ tool: 'registry', name: { text: key, span: keySpan }, key }];
    const settings = value && SETTINGS.get(key);
    const setting = settings?.find(({ isOwn }) => isOwn(map, path));
    const name = setting && nameIn(value);
    return name ? [{ tool: setting.tool, name, key }] : [];
  });
}

/**
 * A registry's store is called as its driver (https://distribution.github.io/distribution/about/configuration/#storage);
 * these keys in it are no other tool's. A template that leaves all of its settings open has every store in it.
 */
function isRegistryStore(path: TreePath | undefined, value: TreeNode | undefined): boolean {
  return (
    stands(path, 'storage', 'storage_service') &&
    hasAny(value, 'accesskeyid', 'accesskeysecret') &&
    entriesOf(value).some(({ value: inner }) => inner?.kind === 'scalar' && !hasMark(inner.text))
  );
}

/** A name, or a map with one: charts have both. */
function nameIn(value: TreeNode | undefined): TreeScalar | undefined {
  const name = value?.kind === 'map' ? childOf(value, 'name') : value;
  return name?.kind === 'scalar' && name.type === 'string' && name.text !== '' ? name : undefined;
}

interface ProviderSetting {
  readonly tool: string;
  readonly isOwn: (map: TreeMap, path: TreePath | undefined) => boolean;
}

/** By the key that the name stands at. */
const SETTINGS: ReadonlyMap<string, readonly ProviderSetting[]> = new Map<string, readonly ProviderSetting[]>(
  [
    [
      'provider',
      [
        // https://velero.io/docs/main/api-types/backupstoragelocation/
        { tool: 'velero', isOwn: isVelero },
        // https://github.com/kubernetes-sigs/external-dns/tree/master/charts/external-dns
        {
          tool: 'external-dns',
          isOwn: (map, path) =>
            hasAny(map, 'domainFilters', 'zoneIdFilters', 'txtOwnerId', 'txtPrefix', 'triggerLoopOnEvent') ||
            stands(path, 'external-dns', 'externalDns', 'externaldns', 'external_dns'),
        },
        // Traefik's static configuration: https://doc.traefik.io/traefik/https/acme/#dnschallenge
        { tool: 'lego', isOwn: (_map, path) => stands(path, 'dnsChallenge', 'dnschallenge') },
      ],
    ],
    [
      'type',
      [
        // https://thanos.io/tip/thanos/storage.md/
        { tool: 'thanos', isOwn: map => hasAny(childOf(map, 'config'), 'bucket') },
        // https://github.com/goharbor/harbor-helm
        { tool: 'registry', isOwn: (_map, path) => stands(path, 'imageChartStorage') },
        // https://github.com/grafana/loki/blob/main/operator/docs/lokistack/object_storage.md
        { tool: 'loki', isOwn: (_map, path) => stands(path, 'secret') && stands(path?.parent, 'storage') },
      ],
    ],
    [
      'cloudProvider',
      [
        // https://github.com/kubernetes/autoscaler/tree/master/charts/cluster-autoscaler
        {
          tool: 'cluster-autoscaler',
          isOwn: (map, path) =>
            hasAny(map, 'autoDiscovery', 'autoscalingGroups') || stands(path, 'cluster-autoscaler'),
        },
      ],
    ],
    // https://grafana.com/docs/loki/latest/configure/#period_config
    ['object_store', [{ tool: 'loki', isOwn: map => hasAny(map, 'schema', 'store') }]],
    // https://juicefs.com/docs/csi/guide/pv/
    ['storage', [{ tool: 'juicefs', isOwn: map => hasAny(map, 'metaurl') }]],
  ],
);

function isVelero(map: TreeMap, path: TreePath | undefined): boolean {
  if (hasAny(map, 'objectStorage', 'backupStorageLocation')) return true;
  const isLocation = (step: TreePath | undefined): boolean =>
    step !== undefined &&
    /^(?:backupStorage|volumeSnapshot)Locations?$|^VolumeSnapshotLocation\//.test(step.segment);
  return isLocation(path) || isLocation(path?.parent);
}

function stands(path: TreePath | undefined, ...keys: readonly string[]): boolean {
  return path !== undefined && keys.includes(path.segment);
}

function hasAny(node: TreeNode | undefined, ...keys: readonly string[]): boolean {
  return keys.some(key => childOf(node, key) !== undefined);
}
