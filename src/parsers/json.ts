import type { Problem } from '../model/problem.ts';
import type { Source } from '../text/source.ts';
import { type Span, span } from '../text/span.ts';
import type { JsonToken } from './json-token.ts';
import { type JsonVisitor, visitJson } from './json-visit.ts';
import type { TreeEntry, TreeNode } from './tree.ts';

/** A JSON document, as far as it could be read. */
export interface JsonDocument {
  /** Absent when the text holds no value at all. */
  readonly root?: TreeNode;
  readonly problems: readonly Problem[];
}

/**
 * Reads a JSON text (RFC 8259, also with comments and trailing commas) into the neutral tree. A half-typed text gives
 * what is there and a `syntax-error`; never throws. For large lockfiles use `readJson`, which makes no tree.
 */
export function parseJson(source: Source): JsonDocument {
  const builder = new TreeBuilder();
  const problems = visitJson(source, builder);
  return builder.root ? { root: builder.root, problems } : { problems };
}

/** A container whose end has not been seen. */
interface OpenContainer {
  readonly kind: 'map' | 'list';
  readonly start: number;
  readonly entries: TreeEntry[];
  readonly items: TreeNode[];
  /** The member whose value comes next. */
  member: { readonly key: string; readonly keySpan: Span } | undefined;
}

class TreeBuilder implements JsonVisitor {
  root: TreeNode | undefined;
  private readonly open: OpenContainer[] = [];

  begin(kind: 'map' | 'list', offset: number): void {
    this.open.push({ kind, start: offset, entries: [], items: [], member: undefined });
  }

  end(end: number): void {
    const container = this.open.pop();
    if (!container) return;
    addMemberWithoutValue(container);
    this.add(closed(container, end));
  }

  key(token: JsonToken): void {
    const container = this.open.at(-1);
    if (!container) return;
    addMemberWithoutValue(container);
    container.member = { key: token.decoded(), keySpan: span(token.start, token.end) };
  }

  value(token: JsonToken): void {
    this.add(token.scalar());
  }

  private add(node: TreeNode): void {
    const container = this.open.at(-1);
    if (!container) this.root ??= node;
    else if (container.kind === 'list') container.items.push(node);
    else if (container.member) {
      const { key, keySpan } = container.member;
      container.entries.push({ key, keySpan, value: node });
      container.member = undefined;
    }
  }
}

function addMemberWithoutValue(container: OpenContainer): void {
  if (container.member) container.entries.push(container.member);
  container.member = undefined;
}

function closed(container: OpenContainer, end: number): TreeNode {
  const place = span(container.start, end);
  return container.kind === 'map'
    ? { kind: 'map', span: place, entries: container.entries }
    : { kind: 'list', span: place, items: container.items };
}
