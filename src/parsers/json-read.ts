import type { Problem } from '../model/problem.ts';
import type { Source } from '../text/source.ts';
import { type JsonScalar, type JsonVisitor, visitJson } from './json-visit.ts';

/** A token's place in the text, its quotes included. */
export interface JsonToken {
  readonly offset: number;
  readonly length: number;
}

/**
 * Reads the members of one container while the text goes by: what a tree would be walked for, without the tree.
 * Items of a list have the empty string as name.
 */
export interface JsonReader {
  /** A member that is a container: the reader for what is in it; nothing when it does not matter. */
  enter?(name: string, nameToken: JsonToken): JsonReader | undefined;
  /** A member that is a scalar. The token object is reused: read it now or copy it. */
  scalar?(name: string, value: JsonScalar, token: JsonToken): void;
}

/**
 * Streams a JSON text through readers: `outermost` is asked to `enter` the document itself, by the empty name.
 * Never throws; problems as `visitJson` gives them.
 */
export function readJson(source: Source, outermost: JsonReader): Problem[] {
  return visitJson(source, new ReaderStack(outermost));
}

const NOTHING: JsonReader = {};

/** Mutable so that a token costs no object. */
class Token implements JsonToken {
  offset = 0;
  length = 0;

  set(offset: number, length: number): this {
    this.offset = offset;
    this.length = length;
    return this;
  }
}

class ReaderStack implements JsonVisitor {
  private readonly outer: JsonReader[] = [];
  private reader: JsonReader;
  private name = '';
  private readonly nameToken = new Token();
  private readonly valueToken = new Token();

  constructor(outermost: JsonReader) {
    this.reader = outermost;
  }

  begin(): void {
    const inner = this.reader.enter?.(this.name, this.nameToken) ?? NOTHING;
    this.outer.push(this.reader);
    this.reader = inner;
    this.forgetName();
  }

  end(): void {
    this.reader = this.outer.pop() ?? NOTHING;
    this.forgetName();
  }

  key(key: string, offset: number, length: number): void {
    this.name = key;
    this.nameToken.set(offset, length);
  }

  value(value: JsonScalar, offset: number, length: number): void {
    this.reader.scalar?.(this.name, value, this.valueToken.set(offset, length));
    this.forgetName();
  }

  private forgetName(): void {
    this.name = '';
    this.nameToken.set(0, 0);
  }
}
