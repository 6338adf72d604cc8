import type { Expression } from '../../model/expression.ts';
import type { Definition } from '../../model/extraction.ts';
import type { TreeNode, TreeScalar } from '../../parsers/tree.ts';
import { ansibleDefinitions } from '../shared/modules/ansible-module.ts';
import { entriesOf } from '../shared/tree-access.ts';

/** Deeper dictionaries than people write. */
const MAX_DEPTH = 20;

/** The variables of a map; those of dictionaries inside it as `outer.inner`. What is encrypted is left out. */
export function variableDefinitions(
  node: TreeNode | undefined,
  path: string,
  expressionOf: (scalar: TreeScalar) => Expression,
): Definition[] {
  const definitions: Definition[] = [];
  const visit = (map: TreeNode | undefined, prefix: string, depth: number): void => {
    for (const { key, value } of entriesOf(map)) {
      const name = `${prefix}${key}`;
      if (value?.kind === 'map' && depth < MAX_DEPTH) visit(value, `${name}.`, depth + 1);
      else if (value?.kind === 'scalar' && value.tag === undefined)
        definitions.push(...ansibleDefinitions(path, name, expressionOf(value)));
    }
  };
  visit(node, '', 0);
  return definitions;
}
