import type { Reference } from '../../../model/extraction.ts';
import { withoutVariables } from '../../../parsers/interpolation.ts';
import type { TreeNode } from '../../../parsers/tree.ts';
import { stringOf } from '../tree-access.ts';
import { commandReferences, type ShellContext, shellReferences } from './shell-references.ts';

/** A command as settings have it: a shell script, or a list of words that no shell reads. */
export function commandValueReferences(node: TreeNode, context: ShellContext): Reference[] {
  const script = stringOf(node);
  if (script) return shellReferences(script, context);
  if (node.kind !== 'list') return [];
  const words = node.items.flatMap(item => stringOf(item) ?? []).map(withoutVariables);
  return words.length === 0
    ? []
    : commandReferences([{ words, redirects: [], heredocs: [], pipeline: 1 }], context);
}
