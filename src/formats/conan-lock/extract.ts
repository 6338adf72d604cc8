import type { DependencyGraph, Reference } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { parseJson } from '../../parsers/json.ts';
import { childOf, type TreeNode } from '../../parsers/tree.ts';
import { folderModule } from '../shared/modules/folder-module.ts';
import { conanPackage } from '../shared/packages/conan-package.ts';
import { type LockNode, lockGraph } from '../shared/packages/lock-graph.ts';
import { entriesOf, itemsOf, stringAt, stringOf } from '../shared/tree-access.ts';

/** Version 0.5 is a list of references, version 0.4 (Conan 1) a graph. */
export const extractConanLock: Extract = source => {
  const { root, problems } = parseJson(source);
  const scope = folderModule('conan', source.path);
  const listed = ['requires', 'build_requires', 'python_requires', 'config_requires'].flatMap(list =>
    itemsOf(childOf(root, list)).flatMap(item => {
      const reference = stringOf(item);
      const where = { scope, structuralPath: [list, reference?.text ?? ''] };
      return reference ? conanPackage(reference, where, { dependency: 'transitive' }) : [];
    }),
  );
  const { references, graph } = graphLock(childOf(root, 'graph_lock'), scope, source.path);
  return {
    references: [...listed, ...references],
    definitions: [],
    calls: [],
    ...(graph ? { graph } : {}),
    comments: [],
    problems,
  };
};

function graphLock(
  node: TreeNode | undefined,
  scope: string,
  path: string,
): { readonly references: Reference[]; readonly graph?: DependencyGraph } {
  const entries = entriesOf(childOf(node, 'nodes'));
  if (entries.length === 0) return { references: [] };
  const locked: LockNode[] = [];
  const references: Reference[] = [];
  for (const { key, value } of entries) {
    const requires = ['requires', 'build_requires'].flatMap(list =>
      itemsOf(childOf(value, list)).flatMap(item => stringOf(item)?.text ?? []),
    );
    const reference = stringAt(value, 'ref');
    const name = reference?.text.split('/')[0] ?? key;
    // The project itself has no version.
    locked.push({ node: key, name, requires });
    if (!reference?.text.includes('/') || key === '0') continue;
    const where = { scope, structuralPath: ['graph_lock', key] };
    references.push(...conanPackage(reference, where, { dependency: 'transitive', node: key }));
  }
  const direct = locked.find(each => each.node === '0')?.requires;
  const others = locked.filter(each => each.node !== '0');
  return { references, graph: lockGraph(path, 'conanfile.txt', others, direct) };
}
