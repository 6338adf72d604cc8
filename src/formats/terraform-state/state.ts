import { childOf, type TreeNode } from '../../parsers/tree.ts';
import { itemsOf, stringAt } from '../shared/tree-access.ts';
import { addressIn, type Instance, modeOf, withoutIndices } from './instances.ts';

/** The resources of a state file of version 4, which is not documented and changes little. */
export function stateResources(root: TreeNode | undefined): Instance[] {
  return itemsOf(childOf(root, 'resources')).flatMap(instancesOf);
}

function instancesOf(node: TreeNode): Instance[] {
  const type = stringAt(node, 'type');
  if (!type || type.text === '') return [];
  const provider = stringAt(node, 'provider');
  const resource = {
    mode: modeOf(node),
    type,
    name: stringAt(node, 'name')?.text ?? '',
    module: withoutIndices(stringAt(node, 'module')?.text ?? ''),
    ...(provider && { provider: addressIn(provider) }),
  };
  const instances = itemsOf(childOf(node, 'instances'));
  if (instances.length === 0) return [resource];
  return instances.map(instance => {
    const attributes = childOf(instance, 'attributes');
    return attributes ? { ...resource, attributes: withoutSensitive(attributes, instance) } : resource;
  });
}

/** The attributes without those that `sensitive_attributes` leads to, each with all that is in it. */
function withoutSensitive(attributes: TreeNode, instance: TreeNode): TreeNode {
  const names = new Set(
    itemsOf(childOf(instance, 'sensitive_attributes')).map(path => {
      const [first] = itemsOf(path);
      return stringAt(first, 'value')?.text;
    }),
  );
  if (names.size === 0 || attributes.kind !== 'map') return attributes;
  return { ...attributes, entries: attributes.entries.filter(({ key }) => !names.has(key)) };
}
