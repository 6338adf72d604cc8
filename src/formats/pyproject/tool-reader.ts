import type { Reference } from '../../model/extraction.ts';
import type { TreeNode } from '../../parsers/tree.ts';
import type { Where } from '../shared/strings.ts';

/**
 * Reads one entry of a tool's table.
 * @returns `undefined` for an entry that has no meaning of its own: any address in it is a host.
 */
export type ToolReader = (key: string, value: TreeNode | undefined, where: Where) => Reference[] | undefined;
