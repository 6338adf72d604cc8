import { type Span, span } from '../text/span.ts';

/** One value of a YAML or JSON document: read-only, neutral to the syntax, with the place of every token. */
export type TreeNode = TreeMap | TreeList | TreeScalar;

export interface TreeMap {
  readonly kind: 'map';
  readonly span: Span;
  /** In the file's order; a key that is written twice has two entries. */
  readonly entries: readonly TreeEntry[];
  /** YAML only: a tag such as `!Transform`. */
  readonly tag?: string;
}

export interface TreeEntry {
  /** Decoded. */
  readonly key: string;
  /** The key's token, without quotes. */
  readonly keySpan: Span;
  /** Absent when the file has a key and nothing for it (half-typed text). */
  readonly value?: TreeNode;
}

export interface TreeList {
  readonly kind: 'list';
  readonly span: Span;
  readonly items: readonly TreeNode[];
  /** YAML only: a tag such as `!Sub`. */
  readonly tag?: string;
}

export interface TreeScalar {
  readonly kind: 'scalar';
  /** The token, without quotes. */
  readonly span: Span;
  readonly type: 'string' | 'number' | 'boolean' | 'null';
  /** A string decoded; anything else as written. */
  readonly text: string;
  /** Where the decoded text stands, when it is not letter for letter what the file has. */
  readonly pieces?: readonly TextPiece[];
  /** YAML only: a tag such as `!Ref`. */
  readonly tag?: string;
}

/**
 * From `decodedStart` on, `source` holds what was decoded: letter for letter when the lengths are equal, else as one
 * escape that cannot be divided. Pieces are in order and cover the whole decoded text.
 */
export interface TextPiece {
  readonly decodedStart: number;
  readonly decodedLength: number;
  readonly source: Span;
}

/** The value of the last entry with `key`: what a reader of the document gets (RFC 8259, section 4). */
export function childOf(node: TreeNode | undefined, key: string): TreeNode | undefined {
  return node?.kind === 'map' ? node.entries.findLast(entry => entry.key === key)?.value : undefined;
}

/**
 * Where characters `start` to `end` of a scalar's decoded text stand in the file. A range that begins or ends inside
 * an escape takes in the whole escape; so does all of a text without pieces that is not as long as what the file has,
 * such as a key with escapes.
 */
export function spanWithin(
  scalar: Pick<TreeScalar, 'span' | 'text' | 'pieces'>,
  start: number,
  end: number,
): Span {
  if (!scalar.pieces) {
    const isVerbatim = scalar.text.length === scalar.span.end - scalar.span.start;
    return isVerbatim ? span(scalar.span.start + start, scalar.span.start + end) : scalar.span;
  }
  const from = sourceStart(scalar.pieces, start) ?? scalar.span.end;
  const to = end > start ? (sourceEnd(scalar.pieces, end) ?? scalar.span.end) : from;
  return span(from, to);
}

function sourceStart(pieces: readonly TextPiece[], decoded: number): number | undefined {
  const piece = pieceAt(pieces, decoded);
  if (!piece) return undefined;
  return isVerbatim(piece) ? piece.source.start + (decoded - piece.decodedStart) : piece.source.start;
}

function sourceEnd(pieces: readonly TextPiece[], decodedEnd: number): number | undefined {
  const piece = pieceAt(pieces, decodedEnd - 1);
  if (!piece) return undefined;
  return isVerbatim(piece) ? piece.source.start + (decodedEnd - piece.decodedStart) : piece.source.end;
}

/** The piece that holds the decoded character at `decoded`, by binary search. */
function pieceAt(pieces: readonly TextPiece[], decoded: number): TextPiece | undefined {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pieces[middle]?.decodedStart ?? 0) <= decoded) low = middle;
    else high = middle - 1;
  }
  const piece = pieces[low];
  return piece && decoded < piece.decodedStart + piece.decodedLength ? piece : undefined;
}

function isVerbatim(piece: TextPiece): boolean {
  return piece.decodedLength === piece.source.end - piece.source.start;
}
