import type { Expression } from '../../model/expression.ts';
import type { ModuleCall } from '../../model/extraction.ts';
import { childOf, type TreeNode } from '../../parsers/tree.ts';
import { dirname, joinInside } from '../../text/path.ts';
import { kubernetesModule } from '../kubernetes/module.ts';
import { OVERRIDES, overrideName } from '../kubernetes/overrides.ts';
import { foldersAround } from '../shared/modules/outer-modules.ts';
import { itemsOf, scalarAt, stringsOf } from '../shared/tree-access.ts';

/** Manifests and other kustomizations of the repository, with the images that are replaced in them. */
export function baseCalls(
  document: TreeNode,
  path: string,
  replacementOf: (override: TreeNode) => Expression | undefined,
): ModuleCall[] {
  const inputs = new Map<string, Expression>();
  for (const override of itemsOf(childOf(document, 'images'))) {
    const name = scalarAt(override, 'name');
    const replacement = scalarAt(override, 'newName') ? replacementOf(override) : undefined;
    if (name && replacement) inputs.set(overrideName(name.text), replacement);
  }
  return PLACES.flatMap(key => stringsOf(childOf(document, key))).flatMap(({ text, span }) =>
    targetsOf(path, text).map(target => ({
      scope: kubernetesModule(path),
      target,
      name: NAME,
      span,
      inputs,
      inheritedPrefix: OVERRIDES,
    })),
  );
}

const PLACES = ['resources', 'bases', 'components'];
const NAME = 'kustomization';

/** A file, or the kustomization of a folder, by one of the names that it can have. */
function targetsOf(path: string, place: string): string[] {
  const target = place === '' || /[\n:?]/.test(place) ? undefined : joinInside(dirname(path), place);
  if (target === undefined) return [];
  return /\.ya?ml$/.test(target) ? [kubernetesModule(target)] : kustomizationsIn(target);
}

/** The keys of the modules that a kustomization can call by going up alone. */
export function kustomizationsAbove(path: string): string[] {
  return foldersAround(dirname(path)).flatMap(kustomizationsIn);
}

function kustomizationsIn(folder: string): string[] {
  return KUSTOMIZATIONS.map(name => kubernetesModule(folder === '' ? name : `${folder}/${name}`));
}

/** https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/ */
export const KUSTOMIZATIONS = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];
