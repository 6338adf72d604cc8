import type { TreeNode } from '../../parsers/tree.ts';
import type { TreePath } from '../shared/tree-path.ts';
import type { ObjectContext } from './collector.ts';

/**
 * Whether a pattern of a Kyverno policy forbids a value, and names nothing that is used
 * (https://kyverno.io/docs/policy-types/cluster-policy/validate/#operators).
 */
export function isProhibition(value: TreeNode, path: TreePath, { group }: ObjectContext): boolean {
  if (value.kind !== 'scalar' || group !== 'kyverno.io') return false;
  return PROHIBITION.test(value.text) && isInPattern(path);
}

/** `!a`, or several such between `&` and `|`; one without the mark is what is allowed. */
const PROHIBITION = /^\s*![^&|]*(?:[&|]\s*![^&|]*)*$/;

function isInPattern(path: TreePath): boolean {
  for (let step = path.parent; step; step = step.parent) if (PATTERNS.has(step.segment)) return true;
  return false;
}

const PATTERNS: ReadonlySet<string> = new Set(['pattern', 'anyPattern']);
