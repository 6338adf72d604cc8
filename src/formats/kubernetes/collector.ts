import type { Expression } from '../../model/expression.ts';
import type { Definition, Reference } from '../../model/extraction.ts';
import type { ReferenceKind } from '../../model/vocabulary.ts';
import { withoutVariables } from '../../parsers/interpolation.ts';
import type { PlacedText } from '../../parsers/placed-text.ts';
import type { TreeNode, TreeScalar } from '../../parsers/tree.ts';
import { stringReferences, type Where } from '../shared/strings.ts';
import { segmentsOf, type TreePath } from '../shared/tree-path.ts';
import { containerText } from './text.ts';

/** The object that a key stands in. */
export interface ObjectContext {
  readonly kind: string;
  readonly group: string;
}

/** Gathers the references of one manifest. */
export class Collector {
  readonly references: Reference[] = [];
  readonly definitions: Definition[] = [];
  private readonly scope: string;

  constructor(scope: string) {
    this.scope = scope;
  }

  add(references: readonly Reference[]): void {
    for (const reference of references) this.references.push(reference);
  }

  /** A name that is compared as it stands. */
  addName(kind: ReferenceKind, name: PlacedText, path: TreePath): void {
    if (name.text === '') return;
    const value = { type: 'literal', value: name.text, span: name.span } as const;
    this.references.push({ kind, value, span: name.span, ...this.where(path) });
  }

  /** Every name in a scalar or in a list of scalars. */
  addNames(kind: ReferenceKind, node: TreeNode, path: TreePath): void {
    for (const name of scalarsOf(node)) this.addName(kind, name, path);
  }

  /** Hosts and resource names in any text. */
  addStrings(scalar: TreeScalar, path: TreePath | undefined): void {
    if (scalar.type !== 'string') return;
    const text = scalar.text.includes('$(') ? containerText(scalar) : withoutVariables(scalar);
    this.add(stringReferences(text, this.where(path)));
  }

  define(scope: string, name: string, value: Expression): void {
    this.definitions.push({ scope, name, value, precedence: 'default' });
  }

  /** A scope for what only holds inside `node`. */
  innerScope(node: TreeNode): string {
    return `${this.scope}#${node.span.start}`;
  }

  where(path: TreePath | undefined): Where {
    return { scope: this.scope, structuralPath: segmentsOf(path) };
  }
}

/** The scalar itself, or the scalars of a list. */
export function scalarsOf(node: TreeNode): TreeScalar[] {
  if (node.kind === 'scalar') return [node];
  return node.kind === 'list' ? node.items.filter(item => item.kind === 'scalar') : [];
}
