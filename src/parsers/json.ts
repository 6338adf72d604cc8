import type { Problem } from '../model/problem.ts';
import type { Source } from '../text/source.ts';
import { type Span, span } from '../text/span.ts';
import { piecesOfJsonString } from './json-string.ts';
import { type JsonScalar, type JsonVisitor, visitJson } from './json-visit.ts';
import type { TreeEntry, TreeNode, TreeScalar } from './tree.ts';

/** A JSON document (RFC 8259, also with comments and trailing commas), as far as it could be read. */
export interface JsonDocument {
  /** Absent when the text holds no value at all. */
  readonly root?: TreeNode;
  readonly problems: readonly Problem[];
}

/**
 * Reads a JSON text into the neutral tree. A half-typed text gives what is there and a `syntax-error`; never
 * throws. For large lockfiles use `readJson`, which makes no tree.
 */
export function parseJson(source: Source): JsonDocument {
  const builder = new TreeBuilder(source.text);
  const problems = visitJson(source, builder);
  const root = builder.finish();
  return root ? { root, problems } : { problems };
}

/**
 * A JSON string token as a scalar with exact places. `offset` and `length` are the token's, with its quotes; a
 * token that ends without a quote (half-typed) is taken as it is.
 */
export function jsonString(text: string, decoded: string, offset: number, length: number): TreeScalar {
  const contents = contentsOfString(text, decoded, offset, length);
  const scalar: TreeScalar = { kind: 'scalar', type: 'string', text: decoded, span: contents };
  if (contents.end - contents.start === decoded.length) return scalar;
  return { ...scalar, pieces: piecesOfJsonString(text, contents) };
}

/** The span between the quotes. Every escape is longer than what it stands for: equal lengths mean that there is none. */
function contentsOfString(text: string, decoded: string, offset: number, length: number): Span {
  const end = offset + length;
  if (length === decoded.length + 2) return span(offset + 1, end - 1);
  return span(offset + 1, isClosed(text, offset, end) ? end - 1 : end);
}

function isClosed(text: string, offset: number, end: number): boolean {
  if (end - offset < 2 || text[end - 1] !== '"') return false;
  let backslashes = 0;
  while (text[end - 2 - backslashes] === '\\') backslashes++;
  return backslashes % 2 === 0;
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
  private readonly text: string;
  private readonly open: OpenContainer[] = [];
  private root: TreeNode | undefined;

  constructor(text: string) {
    this.text = text;
  }

  begin(kind: 'map' | 'list', offset: number): void {
    this.open.push({ kind, start: offset, entries: [], items: [], member: undefined });
  }

  end(end: number): void {
    const container = this.open.pop();
    if (!container) return;
    addMemberWithoutValue(container);
    this.add(closed(container, end));
  }

  key(key: string, offset: number, length: number): void {
    const container = this.open.at(-1);
    if (!container) return;
    addMemberWithoutValue(container);
    container.member = { key, keySpan: contentsOfString(this.text, key, offset, length) };
  }

  value(value: JsonScalar, offset: number, length: number): void {
    this.add(
      typeof value === 'string'
        ? jsonString(this.text, value, offset, length)
        : {
            kind: 'scalar',
            type: typeof value === 'number' ? 'number' : value === null ? 'null' : 'boolean',
            text: this.text.slice(offset, offset + length),
            span: span(offset, offset + length),
          },
    );
  }

  /** The whole value; containers that have no end reach to the end of the text. */
  finish(): TreeNode | undefined {
    while (this.open.length > 0) this.end(this.text.length);
    return this.root;
  }

  private add(node: TreeNode): void {
    const container = this.open.at(-1);
    if (!container) this.root ??= node;
    else if (container.kind === 'list') container.items.push(node);
    else if (container.member) {
      container.entries.push({ ...container.member, value: node });
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
