import { type Span, span } from '../../text/span.ts';
import type { TreeEntry, TreeList, TreeMap, TreeNode } from '../tree.ts';

/** One part of a dotted key. */
export interface KeyPart {
  readonly key: string;
  readonly keySpan: Span;
}

/** A table while it is filled: its nodes are the tree's, so that nothing is copied at the end. */
export class TableBuilder {
  readonly node: TreeMap;
  private readonly place: { start: number; end: number };
  private readonly entries: TreeEntry[] = [];
  private readonly children = new Map<string, TableBuilder>();
  private readonly lists = new Map<string, { readonly node: TreeList; readonly items: TreeNode[] }>();

  constructor(place: Span) {
    this.place = { start: place.start, end: place.end };
    this.node = { kind: 'map', span: this.place, entries: this.entries };
  }

  /** Adds a value; a key without a value has none. */
  add({ key, keySpan }: KeyPart, value: TreeNode | undefined): void {
    this.entries.push(value ? { key, keySpan, value } : { key, keySpan });
    this.extend((value?.span ?? keySpan).end);
  }

  /** The table below `part`, made when it is not there yet; of a list of tables the last one. */
  child(part: KeyPart): TableBuilder {
    const known = this.children.get(part.key);
    if (known) return known;
    const made = new TableBuilder(part.keySpan);
    this.children.set(part.key, made);
    this.entries.push({ value: made.node, ...part });
    return made;
  }

  /** A further table of the list below `part`: `[[part]]`. */
  item(part: KeyPart, place: Span): TableBuilder {
    let list = this.lists.get(part.key);
    if (!list) {
      const items: TreeNode[] = [];
      list = { node: { kind: 'list', span: { start: place.start, end: place.end }, items }, items };
      this.lists.set(part.key, list);
      this.entries.push({ value: list.node, ...part });
    }
    const made = new TableBuilder(place);
    list.items.push(made.node);
    this.children.set(part.key, made);
    return made;
  }

  /** The table reaches at least to `end`. */
  extend(end: number): void {
    if (end > this.place.end) this.place.end = end;
  }
}

/** Follows all but the last part of a key, extending the tables on the way. */
export function descend(table: TableBuilder, parts: readonly KeyPart[], end: number): TableBuilder {
  let at = table;
  for (const part of parts) {
    at = at.child(part);
    at.extend(end);
  }
  return at;
}

/** The place of a whole dotted key. */
export function placeOfKey(parts: readonly KeyPart[]): Span {
  return span(parts[0]?.keySpan.start ?? 0, parts.at(-1)?.keySpan.end ?? 0);
}
