import type { CollectionItem, Expression } from '../../model/expression.ts';
import type { Definition } from '../../model/extraction.ts';
import type { TreeNode, TreeScalar } from '../../parsers/tree.ts';
import { globalName, subchartName, valueName } from '../shared/modules/helm-module.ts';
import { entriesOf } from '../shared/tree-access.ts';

/**
 * The values of a document by their names: for the chart itself, and for the charts inside that they are meant for.
 * Elements of lists have no names.
 */
export function valueDefinitions(
  document: TreeNode,
  folder: string,
  precedence: 'default' | 'alternative',
  expressionOf: (scalar: TreeScalar) => Expression,
): Definition[] {
  const definitions: Definition[] = [];
  const scope = `helm:${folder}`;
  const subcharts = new Map<string, CollectionItem[]>();
  for (const { keys, scalar } of leavesOf(document)) {
    const value = expressionOf(scalar);
    const [first = '', ...inner] = keys;
    definitions.push({ scope, name: valueName(keys), value, precedence });
    if (first === 'global') {
      definitions.push({ scope, name: `output.${globalName(keys)}`, value, precedence });
    } else if (inner.length > 0) {
      const innerScope = `${scope === 'helm:' ? scope : `${scope}/`}charts/${first}`;
      const wins = precedence === 'default' ? 'override' : precedence;
      definitions.push({ scope: innerScope, name: valueName(inner), value, precedence: wins });
      const item = { key: inner.join('.'), value };
      const items = subcharts.get(first);
      if (items) items.push(item);
      else subcharts.set(first, [item]);
    }
  }
  for (const [key, items] of subcharts) {
    const value: Expression = { type: 'collection', items, span: document.span };
    definitions.push({ scope, name: subchartName(key), value, precedence });
  }
  return definitions;
}

interface Leaf {
  readonly keys: readonly string[];
  readonly scalar: TreeScalar;
}

function* leavesOf(node: TreeNode, keys: readonly string[] = []): Generator<Leaf> {
  for (const { key, value } of entriesOf(node)) {
    if (value?.kind === 'scalar') yield { keys: [...keys, key], scalar: value };
    else if (value?.kind === 'map' && keys.length < MAX_DEPTH) yield* leavesOf(value, [...keys, key]);
  }
}

/** Deeper values than charts have. */
const MAX_DEPTH = 30;
