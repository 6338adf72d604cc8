import type { DependencyGraph, Reference } from '../../model/extraction.ts';
import { childOf, type TreeNode } from '../../parsers/tree.ts';
import { basename } from '../../text/path.ts';
import { lockGraph } from '../shared/packages/lock-graph.ts';
import { itemsOf, stringAt, stringOf } from '../shared/tree-access.ts';

/**
 * Who depends on whom, where the bill says it (https://cyclonedx.org/docs/1.6/json/#dependencies): what the component
 * of the metadata depends on is what the project asks for itself.
 */
export function componentGraph(
  root: TreeNode | undefined,
  path: string,
  references: readonly Reference[],
): DependencyGraph | undefined {
  const dependencies = itemsOf(childOf(root, 'dependencies'));
  if (dependencies.length === 0) return undefined;
  const requires = new Map<string, readonly string[]>();
  for (const each of dependencies) {
    const ref = stringAt(each, 'ref')?.text;
    if (ref !== undefined) requires.set(ref, dependsOn(each));
  }
  const project = stringAt(childOf(childOf(root, 'metadata'), 'component'), 'bom-ref')?.text;
  const locked = references.flatMap(({ package: found }) =>
    found?.node === undefined
      ? []
      : [{ node: found.node, name: found.name, requires: requires.get(found.node) ?? [] }],
  );
  return lockGraph(path, basename(path), locked, project === undefined ? undefined : requires.get(project));
}

function dependsOn(dependency: TreeNode): string[] {
  return itemsOf(childOf(dependency, 'dependsOn')).flatMap(item => stringOf(item)?.text ?? []);
}
