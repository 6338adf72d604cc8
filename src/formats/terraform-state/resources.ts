import type { Expression } from '../../model/expression.ts';
import type { Reference } from '../../model/extraction.ts';
import { readJsonValue } from '../../parsers/hcl/json.ts';
import { childOf, type TreeNode } from '../../parsers/tree.ts';
import { span } from '../../text/span.ts';
import { outermostPlace, type Place, referenceAt, within } from '../shared/hcl/place.ts';
import { settingReferences } from '../shared/hcl/settings.ts';
import { entriesOf, stringAt } from '../shared/tree-access.ts';
import type { Instance } from './instances.ts';

/** Collects what resources refer to; instances of one resource are told apart by where they stand. */
export class ResourceReader {
  private readonly text: string;
  private readonly scope: string;
  private readonly scopesOfModules: ReadonlyMap<string, string>;
  private readonly found: Reference[] = [];
  private readonly providers = new Map<string, Reference>();

  /** @param scopesOfModules the scopes of the modules whose folder is known, by their address */
  constructor(text: string, scope: string, scopesOfModules: ReadonlyMap<string, string>) {
    this.text = text;
    this.scope = scope;
    this.scopesOfModules = scopesOfModules;
  }

  references(): readonly Reference[] {
    return [...this.providers.values(), ...this.found];
  }

  read(instance: Instance): void {
    const { type, mode, provider, attributes } = instance;
    const place = this.placeOf(instance);
    if (provider) this.readProvider(provider, place);
    const value: Expression = { type: 'literal', value: type.text, span: type.span };
    const region = stringAt(attributes, 'region');
    const own = referenceAt(place, mode === 'data' ? 'data-source' : 'resource', value, type.span);
    this.add([
      region && region.text !== ''
        ? { ...own, region: { type: 'literal', value: region.text, span: region.span } }
        : own,
    ]);
    this.readAttributes(instance, place);
  }

  private readProvider({ text, span: place }: NonNullable<Instance['provider']>, outer: Place): void {
    if (text === '' || this.providers.has(text)) return;
    const value: Expression = { type: 'literal', value: text, span: place };
    const where = { ...outermostPlace(this.text, this.scope), structuralPath: ['provider', text] };
    this.providers.set(text, referenceAt({ ...where, loops: outer.loops }, 'provider', value, place));
  }

  private placeOf({ mode, type, name, module, provider }: Instance): Place {
    const scope = module === '' ? this.scope : this.scopesOfModules.get(module);
    const place = outermostPlace(this.text, scope ?? this.scope);
    // Where the module's folder is not known, its resources are nobody else's.
    const inside = scope === undefined ? within(place, module) : place;
    return {
      ...within(inside, mode, type.text, name),
      resourceType: type.text,
      configures: 'resource',
      ...(provider && { provider: { type: 'literal', value: provider.text, span: provider.span } }),
    };
  }

  private readAttributes({ attributes, sensitive }: Instance, place: Place): void {
    if (!attributes) return;
    const visible = sensitive ? withoutMarked(attributes, sensitive, 0) : attributes;
    for (const { key, keySpan, value } of entriesOf(visible)) {
      if (value) this.add(settingReferences(key, readJsonValue(value, keySpan.end, readText), place));
    }
  }

  private add(references: readonly Reference[]): void {
    for (const reference of references) this.found.push(reference);
  }
}

/** Strings are values, not templates. */
function readText(text: string): Expression {
  return { type: 'literal', value: text, span: span(0, text.length) };
}

/** The node without what `marks`, an image of it, says `true` of. */
function withoutMarked(node: TreeNode, marks: TreeNode, depth: number): TreeNode {
  if (depth > MAX_DEPTH) return { kind: 'list', items: [], span: node.span };
  if (node.kind === 'map') {
    const entries = node.entries.flatMap(entry => {
      const mark = childOf(marks, entry.key);
      if (!mark || !entry.value) return [entry];
      return isMarked(mark) ? [] : [{ ...entry, value: withoutMarked(entry.value, mark, depth + 1) }];
    });
    return { ...node, entries };
  }
  if (node.kind !== 'list' || marks.kind !== 'list') return node;
  const items = node.items.flatMap((item, index) => {
    const mark = marks.items[index];
    if (!mark) return [item];
    return isMarked(mark) ? [] : [withoutMarked(item, mark, depth + 1)];
  });
  return { ...node, items };
}

const MAX_DEPTH = 50;

function isMarked(node: TreeNode): boolean {
  return node.kind === 'scalar' && node.text === 'true';
}
