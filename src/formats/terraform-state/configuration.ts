import type { Expression } from '../../model/expression.ts';
import type { Reference } from '../../model/extraction.ts';
import { childOf, type TreeNode } from '../../parsers/tree.ts';
import { dirname, joinInside } from '../../text/path.ts';
import { isRegionName } from '../shared/hcl/attribute-names.ts';
import { outermostPlace, referenceAt, within } from '../shared/hcl/place.ts';
import { entriesOf, nodeAt, stringAt } from '../shared/tree-access.ts';
import { moduleOfFolder } from '../terraform/scope.ts';

/**
 * The scopes of the modules that a plan's configuration calls by a path of the tree, by their address:
 * `module.network`.
 */
export function foldersOfModules(root: TreeNode | undefined, path: string): ReadonlyMap<string, string> {
  const scopes = new Map<string, string>();
  const visit = (module: TreeNode | undefined, address: string, folder: string, depth: number): void => {
    for (const { key, value: call } of entriesOf(childOf(module, 'module_calls'))) {
      const source = stringAt(call, 'source')?.text ?? '';
      const called = /^\.{1,2}(?:\/|$)/.test(source) ? joinInside(folder, source) : undefined;
      if (called === undefined || depth > MAX_DEPTH) continue;
      const inner = address === '' ? `module.${key}` : `${address}.module.${key}`;
      scopes.set(inner, moduleOfFolder(called));
      visit(childOf(call, 'module'), inner, called, depth + 1);
    }
  };
  visit(nodeAt(root, 'configuration', 'root_module'), '', dirname(path), 0);
  return scopes;
}

const MAX_DEPTH = 30;

/** Provider configurations with the regions that are written out, and modules from elsewhere. */
export function configurationReferences(
  root: TreeNode | undefined,
  text: string,
  scope: string,
): Reference[] {
  const place = outermostPlace(text, scope);
  const providers = entriesOf(nodeAt(root, 'configuration', 'provider_config')).flatMap(({ key, value }) => {
    const name = stringAt(value, 'full_name') ?? stringAt(value, 'name');
    if (!name || name.text === '') return [];
    const provider: Expression = { type: 'literal', value: name.text, span: name.span };
    const inside = { ...within(place, 'provider', key), provider };
    const regions = entriesOf(childOf(value, 'expressions'))
      .filter(setting => isRegionName(setting.key))
      .flatMap(setting => stringAt(setting.value, 'constant_value') ?? [])
      .filter(region => region.text !== '')
      .map(region =>
        referenceAt(
          inside,
          'region',
          { type: 'literal', value: region.text, span: region.span },
          region.span,
        ),
      );
    return [referenceAt(inside, 'provider', provider, name.span), ...regions];
  });
  return [...providers, ...moduleReferences(nodeAt(root, 'configuration', 'root_module'), place, 0)];
}

function moduleReferences(
  module: TreeNode | undefined,
  outer: ReturnType<typeof outermostPlace>,
  depth: number,
): Reference[] {
  if (depth > MAX_DEPTH) return [];
  return entriesOf(childOf(module, 'module_calls')).flatMap(({ key, value: call }) => {
    const place = within(outer, 'module', key);
    const source = stringAt(call, 'source');
    const isElsewhere = source && source.text !== '' && !/^\.{1,2}(?:\/|$)/.test(source.text);
    const own = isElsewhere
      ? [
          referenceAt(
            place,
            'module',
            { type: 'literal', value: source.text, span: source.span },
            source.span,
          ),
        ]
      : [];
    return [...own, ...moduleReferences(childOf(call, 'module'), place, depth + 1)];
  });
}
