import { makeSource } from '../../text/source.ts';
import { relocated } from '../embedded-tree.ts';
import type { PlacedText } from '../placed-text.ts';
import type { TreeNode } from '../tree.ts';
import { parseYaml } from './parse.ts';

/**
 * The documents that a string holds as YAML, with every token's place in the file. What is no YAML gives what can be
 * read of it.
 */
export function embeddedYaml(outer: PlacedText): TreeNode[] {
  const { documents } = parseYaml(makeSource('', outer.text));
  return documents.map(document => relocated(document, outer));
}
