import type { Expression } from '../../../model/expression.ts';
import type { Definition } from '../../../model/extraction.ts';
import { childOf, type TreeNode } from '../../../parsers/tree.ts';
import type { Span } from '../../../text/span.ts';
import { itemsOf } from '../tree-access.ts';

/**
 * Values of a document that its own texts name by their paths: `${self:provider.region}`, `${vars.region}`. A path is
 * defined when it is first used, so that a document without uses costs nothing.
 */
export class DocumentPaths {
  readonly definitions: Definition[] = [];
  private readonly scope: string;
  private readonly root: TreeNode | undefined;
  private readonly readValue: (node: TreeNode) => Expression;
  private readonly known = new Set<string>();

  /** @param readValue what a node is as an expression. */
  constructor(scope: string, root: TreeNode | undefined, readValue: (node: TreeNode) => Expression) {
    this.scope = scope;
    this.root = root;
    this.readValue = readValue;
  }

  /** A use of the value at `path`, keys joined by dots. */
  use(path: string, place: Span, fallback: Expression = notDefined(place)): Expression {
    const name = `path ${path}`;
    if (!this.known.has(path)) {
      this.known.add(path);
      const node = this.nodeAt(path);
      if (node) {
        const value = this.readValue(node);
        this.definitions.push({ scope: this.scope, name, value, precedence: 'default' });
      }
    }
    return { type: 'variable', name, span: place, fallback };
  }

  private nodeAt(path: string): TreeNode | undefined {
    let at = this.root;
    for (const key of path.split('.')) {
      if (key === '') continue;
      at = /^\d+$/.test(key) && at?.kind === 'list' ? itemsOf(at)[Number(key)] : childOf(at, key);
    }
    return at;
  }
}

function notDefined(span: Span): Expression {
  return { type: 'unknown', reason: 'not-defined', span };
}
