import { childOf, type TreeMap, type TreeScalar } from '../../parsers/tree.ts';
import { chartReferences } from '../shared/packages/chart-reference.ts';
import { imageReferences } from '../shared/packages/image-reference.ts';
import { inside, type TreePath } from '../shared/tree-path.ts';
import type { Collector, ObjectContext } from './collector.ts';

/**
 * A chart by repository and name, as Argo CD, Flux, k3s, Kustomize, Skaffold and Crossplane's Helm provider write it.
 * @returns the keys that have been read.
 */
export function readChartSource(
  collector: Collector,
  map: TreeMap,
  path: TreePath | undefined,
  context: ObjectContext,
): ReadonlySet<string> {
  const pair = PAIRS.find(
    ({ repository, name, where }) =>
      scalarIn(map, repository) && scalarIn(map, name) && (where?.(map, path) ?? true),
  );
  const keys = pair ? [pair.repository, pair.name] : repositoryKeys(map, context);
  const [repositoryKey, nameKey] = keys;
  const repository = repositoryKey === undefined ? undefined : scalarIn(map, repositoryKey);
  if (repositoryKey === undefined || !repository) return NONE;
  const where = collector.where(inside(path, repositoryKey));
  const { textOf, lookUp } = collector.wording;
  if (context.kind === 'OCIRepository') {
    collector.add(imageReferences(textOf(repository), where, lookUp));
  } else {
    const name = nameKey === undefined ? undefined : scalarIn(map, nameKey);
    collector.add(chartReferences({ repository, name }, where, text => collector.expressionOf(text)));
  }
  return new Set(keys);
}

const NONE: ReadonlySet<string> = new Set();

interface Pair {
  readonly repository: string;
  readonly name: string;
  readonly where?: (map: TreeMap, path: TreePath | undefined) => boolean;
}

const PAIRS: readonly Pair[] = [
  // https://argo-cd.readthedocs.io/en/stable/user-guide/helm/
  { repository: 'repoURL', name: 'chart' },
  // https://docs.k3s.io/helm and https://fleet.rancher.io/ref-fleet-yaml
  { repository: 'repo', name: 'chart' },
  // https://skaffold.dev/docs/deployers/helm/
  { repository: 'repo', name: 'remoteChart' },
  // https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/helmcharts/
  { repository: 'repo', name: 'name', where: (map, path) => isKustomizeChart(map, path) },
  // https://marketplace.upbound.io/providers/crossplane-contrib/provider-helm
  { repository: 'repository', name: 'name', where: (_map, path) => path?.segment === 'chart' },
];

function isKustomizeChart(map: TreeMap, path: TreePath | undefined): boolean {
  return path?.parent?.segment === 'helmCharts' || childOf(map, 'releaseName') !== undefined;
}

/** Objects that are repositories (https://fluxcd.io/flux/components/source/, Rancher's catalogs). */
const REPOSITORY_KINDS = new Set(['HelmRepository', 'OCIRepository', 'ClusterRepo']);

function repositoryKeys(map: TreeMap, { kind }: ObjectContext): string[] {
  return REPOSITORY_KINDS.has(kind) && scalarIn(map, 'url') ? ['url'] : [];
}

function scalarIn(map: TreeMap, key: string): TreeScalar | undefined {
  const node = childOf(map, key);
  return node?.kind === 'scalar' && node.text !== '' ? node : undefined;
}
