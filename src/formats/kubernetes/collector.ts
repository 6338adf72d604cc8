import type { Expression } from '../../model/expression.ts';
import type { Definition, Reference } from '../../model/extraction.ts';
import type { ReferenceKind } from '../../model/vocabulary.ts';
import { literalText } from '../../parsers/interpolation.ts';
import type { PlacedText } from '../../parsers/placed-text.ts';
import type { TreeMap, TreeNode, TreeScalar } from '../../parsers/tree.ts';
import { expressionOf } from '../shared/expressions.ts';
import { stringReferences, type Where } from '../shared/strings.ts';
import { type SetProvider, setProviders } from '../shared/tools/provider-settings.ts';
import { textProviders } from '../shared/tools/provider-texts.ts';
import { toolProvider } from '../shared/tools/tool-provider.ts';
import { inside, segmentsOf, type TreePath } from '../shared/tree-path.ts';
import { kubernetesModule } from './module.ts';
import { MANIFEST_WORDING, type Wording } from './wording.ts';

/** The object that a key stands in. */
export interface ObjectContext {
  readonly kind: string;
  readonly group: string;
  /** It stands in a text that another object holds. */
  readonly isEmbedded: boolean;
  /** In a container: its image, else its name. */
  readonly program?: string | undefined;
}

/** Gathers the references of one manifest. */
export class Collector {
  readonly references: Reference[] = [];
  readonly definitions: Definition[] = [];
  readonly wording: Wording;
  private readonly scope: string;

  constructor(scope: string, wording: Wording = MANIFEST_WORDING) {
    this.scope = scope;
    this.wording = wording;
  }

  add(references: readonly Reference[]): void {
    for (const reference of references) this.references.push(reference);
  }

  /** A name that is compared as it stands, once its variables are known. */
  addName(kind: ReferenceKind, name: PlacedText, path: TreePath, provider?: Expression): void {
    if (name.text === '') return;
    const value = this.expressionOf(name);
    const holder = provider ? { provider } : {};
    this.references.push({ kind, value, span: name.span, ...this.where(path), ...holder });
  }

  /** Every name in a scalar or in a list of scalars. */
  addNames(kind: ReferenceKind, node: TreeNode, path: TreePath): void {
    for (const name of scalarsOf(node)) this.addName(kind, name, path);
  }

  /** Hosts and resource names in any text, and what it sets for a tool whose settings it is. */
  addStrings(scalar: TreeScalar, path: TreePath | undefined): void {
    if (scalar.type !== 'string') return;
    const { textOf, lookUp } = this.wording;
    this.add(stringReferences(textOf(scalar), this.where(path), lookUp));
    this.addSet(textProviders(scalar), path);
  }

  /** The clouds that a map of settings names for a tool. */
  addProviders(map: TreeMap, path: TreePath | undefined): void {
    this.addSet(setProviders(map, path), path);
  }

  private addSet(providers: readonly SetProvider[], path: TreePath | undefined): void {
    const { textOf, lookUp } = this.wording;
    for (const { tool, name, key } of providers)
      this.add(toolProvider(tool, textOf(name), this.where(inside(path, key)), lookUp));
  }

  /** What a text is, with its variables. */
  expressionOf(text: PlacedText): Expression {
    const { textOf, lookUp } = this.wording;
    const worded = textOf(text);
    return literalText(worded)
      ? { type: 'literal', value: text.text, span: text.span }
      : expressionOf(worded, lookUp);
  }

  define(scope: string, name: string, value: Expression): void {
    this.definitions.push({ scope, name, value, precedence: 'default' });
  }

  /** A scope for what only holds inside `node`; the file's own where values come from elsewhere. */
  innerScope(node: TreeNode): string {
    return this.wording === MANIFEST_WORDING ? `${this.scope}#${node.span.start}` : this.scope;
  }

  where(path: TreePath | undefined): Where {
    return { scope: this.scope, structuralPath: segmentsOf(path) };
  }
}

/** An inner scope whose node stands `distance` further on; any other scope is as it was. */
export function moveScope(scope: string, path: string, distance: number): string {
  const module = kubernetesModule(path);
  return scope === module ? scope : `${module}#${Number(scope.slice(module.length + 1)) + distance}`;
}

/** The scalar itself, or the scalars of a list. */
export function scalarsOf(node: TreeNode): TreeScalar[] {
  if (node.kind === 'scalar') return [node];
  return node.kind === 'list' ? node.items.filter(item => item.kind === 'scalar') : [];
}
