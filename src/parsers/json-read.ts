import type { Problem } from '../model/problem.ts';
import type { Source } from '../text/source.ts';
import { type Span, span } from '../text/span.ts';
import type { JsonToken } from './json-token.ts';
import { type JsonVisitor, visitJson } from './json-visit.ts';

/**
 * Reads the members of one container while the text goes by: what a tree would be walked for, without the tree.
 * Items of a list have the empty string as name.
 */
export interface JsonReader {
  /**
   * A member that is a container: the reader for what is in it; nothing when it does not matter.
   * @param nameSpan without quotes; of what has no name, the place where it begins
   */
  enter?(name: string, nameSpan: Span): JsonReader | undefined;
  /** A member that is a scalar. */
  scalar?(name: string, token: JsonToken): void;
  /** As in `JsonVisitor`, before each member of the container that the reader is for. */
  beforeMember?(offset: number, mistakes: number): number;
}

/**
 * Streams a JSON text through readers: `outermost` is asked to `enter` the document itself, by the empty name.
 * Never throws; problems and `detaches` as in `visitJson`.
 */
export function readJson(source: Source, outermost: JsonReader, detaches = false): Problem[] {
  return visitJson(source, new ReaderStack(outermost), detaches);
}

const NOTHING: JsonReader = {};

class ReaderStack implements JsonVisitor {
  private readonly outer: JsonReader[] = [];
  private reader: JsonReader;
  private name = '';
  private nameStart = 0;
  private nameEnd = 0;

  constructor(outermost: JsonReader) {
    this.reader = outermost;
  }

  begin(_kind: 'map' | 'list', offset: number): void {
    const { reader } = this;
    this.outer.push(reader);
    const place = this.nameEnd > 0 ? span(this.nameStart, this.nameEnd) : span(offset, offset);
    this.reader = reader.enter?.(this.name, place) ?? NOTHING;
    this.forgetName();
  }

  end(): void {
    this.reader = this.outer.pop() ?? NOTHING;
    this.forgetName();
  }

  key(token: JsonToken): void {
    if (this.reader === NOTHING) return;
    this.name = token.decoded();
    this.nameStart = token.start;
    this.nameEnd = token.end;
  }

  value(token: JsonToken): void {
    if (this.reader === NOTHING) return;
    this.reader.scalar?.(this.name, token);
    this.forgetName();
  }

  beforeMember(offset: number, mistakes: number): number {
    return this.reader.beforeMember?.(offset, mistakes) ?? offset;
  }

  private forgetName(): void {
    this.name = '';
    this.nameStart = 0;
    this.nameEnd = 0;
  }
}
