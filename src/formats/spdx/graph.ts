import type { DependencyGraph, Reference } from '../../model/extraction.ts';
import { childOf, type TreeNode } from '../../parsers/tree.ts';
import { basename } from '../../text/path.ts';
import { lockGraph } from '../shared/packages/lock-graph.ts';
import { itemsOf, stringAt, stringOf, stringsOf } from '../shared/tree-access.ts';

/**
 * Who depends on whom, where the bill says it: relationships of SPDX 2
 * (https://spdx.github.io/spdx-spec/v2.3/relationships-between-SPDX-elements/) or of SPDX 3, which stand among all other
 * elements. What is described depends on what the project asks for itself.
 */
export function packageGraph(
  root: TreeNode | undefined,
  path: string,
  references: readonly Reference[],
): DependencyGraph | undefined {
  const relations = readRelations(root);
  if (relations.requires.size === 0) return undefined;
  const { requires, described } = relations;
  const locked = references.flatMap(({ package: found }) =>
    found?.node === undefined || described.has(found.node)
      ? []
      : [{ node: found.node, name: found.name, requires: requires.get(found.node) ?? [] }],
  );
  const direct = [...described].flatMap(node => requires.get(node) ?? []);
  return lockGraph(path, basename(path), locked, direct.length > 0 ? direct : undefined);
}

interface Relations {
  readonly requires: ReadonlyMap<string, string[]>;
  /** What the bill is about. */
  readonly described: ReadonlySet<string>;
}

function readRelations(root: TreeNode | undefined): Relations {
  const bill = childOf(root, 'sbom') ?? root;
  const requires = new Map<string, string[]>();
  const described = new Set(stringsOf(childOf(bill, 'documentDescribes')).map(({ text }) => text));
  const add = (from: string, to: string): void => {
    const known = requires.get(from);
    if (known) known.push(to);
    else requires.set(from, [to]);
  };
  for (const item of [...itemsOf(childOf(bill, 'relationships')), ...itemsOf(childOf(root, '@graph'))]) {
    for (const rootElement of rootsOf(item)) described.add(rootElement);
    for (const { type, from, to } of relationsOf(item)) {
      if (type === 'DESCRIBES') described.add(to);
      else if (type === 'DEPENDSON') add(from, to);
      else if (type === 'DEPENDENCYOF') add(to, from);
    }
  }
  return { requires, described };
}

/** What a bill of SPDX 3 is about. */
function rootsOf(item: TreeNode): string[] {
  const isBill = /^(?:software_)?(?:Sbom|Bom)$/.test(stringAt(item, 'type')?.text ?? '');
  return isBill ? stringsOf(childOf(item, 'rootElement')).map(({ text }) => text) : [];
}

function relationsOf(item: TreeNode): { type: string; from: string; to: string }[] {
  const written = stringAt(item, 'relationshipType')?.text;
  const from = stringAt(item, 'spdxElementId')?.text ?? stringAt(item, 'from')?.text;
  if (written === undefined || from === undefined) return [];
  const type = written.replaceAll('_', '').toUpperCase();
  const related = stringAt(item, 'relatedSpdxElement');
  const targets = related ? [related] : itemsOf(childOf(item, 'to')).flatMap(each => stringOf(each) ?? []);
  return targets.map(({ text }) => ({ type, from, to: text }));
}
