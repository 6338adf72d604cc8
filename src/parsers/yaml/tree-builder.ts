import {
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { ProblemCode } from '../../model/problem.ts';
import { type Span, span } from '../../text/span.ts';
import { type Phrase, phrase } from '../../words/phrase.ts';
import type { TreeEntry, TreeMap, TreeNode, TreeScalar } from '../tree.ts';
import { mergeEntries } from './merge.ts';
import { makeScalar, type ScalarStyle } from './scalar.ts';
import { MAX_YAML_DEPTH } from './tokens.ts';

/** How much aliases and merge keys may add to one document. People share a few maps; a bomb multiplies them. */
const MAX_ALIASED_NODES = 20_000;

/** Told of what is wrong with an alias; the alias is then left out. */
export type ReportAlias = (code: ProblemCode, place: Span, message: Phrase) => void;

/**
 * Turns one document of the library into the neutral tree. An alias gives the very node that its anchor has, so that
 * its tokens keep the place where they are written; merge keys are applied. Both are bounded, so that the whole
 * tree can be walked.
 */
export function buildTree(text: string, root: Node | null, report: ReportAlias): TreeNode | undefined {
  return root ? new TreeBuilder(text, report).build(root, 0)?.node : undefined;
}

/** A node and what walking it costs. */
interface Measured {
  readonly node: TreeNode;
  /** Nodes in it, with those that aliases add. */
  readonly size: number;
  readonly height: number;
}

class TreeBuilder {
  private readonly text: string;
  private readonly report: ReportAlias;
  private readonly anchors = new Map<string, Measured>();
  private aliasedNodes = 0;

  constructor(text: string, report: ReportAlias) {
    this.text = text;
    this.report = report;
  }

  /** @returns `undefined` when there is nothing: an empty value, or an alias that cannot be followed. */
  build(node: Node, depth: number): Measured | undefined {
    if (isAlias(node)) return this.followed(node.source, this.placeOf(node), depth);
    const measured = this.buildContents(node, depth);
    if (measured && node.anchor) this.anchors.set(node.anchor, measured);
    return measured;
  }

  private buildContents(node: Node, depth: number): Measured | undefined {
    if (isScalar(node)) {
      const scalar = this.scalar(node);
      return scalar && { node: scalar, size: 1, height: 1 };
    }
    if (isMap(node)) return this.map(node, depth);
    return isSeq(node) ? this.list(node, depth) : undefined;
  }

  private followed(anchor: string, place: Span, depth: number): Measured | undefined {
    const target = this.anchors.get(anchor);
    if (!target) {
      this.report('syntax-error', place, phrase('syntax.alias-unknown'));
    } else if (this.aliasedNodes + target.size > MAX_ALIASED_NODES) {
      this.report('too-many-aliases', place, phrase('syntax.aliases', { most: MAX_ALIASED_NODES }));
    } else if (depth + target.height > MAX_YAML_DEPTH) {
      this.report('too-deep', place, phrase('syntax.levels-alias', { most: MAX_YAML_DEPTH }));
    } else {
      this.aliasedNodes += target.size;
      return target;
    }
    return undefined;
  }

  private map(map: YAMLMap, depth: number): Measured {
    const entries: TreeEntry[] = [];
    const merged: TreeNode[] = [];
    let size = 1;
    let height = 0;
    for (const pair of map.items) {
      const value = this.value(pair, depth);
      size += value?.size ?? 1;
      height = Math.max(height, value?.height ?? 0);
      const key = this.key(pair);
      if (isMergeKey(pair)) {
        if (value) merged.push(value.node);
      } else {
        const place = key?.span ?? this.placeOf(pair.key);
        entries.push({ key: key?.text ?? '', keySpan: place, ...(value && { value: value.node }) });
      }
    }
    const node: TreeMap = {
      kind: 'map',
      span: this.placeOf(map),
      entries: merged.length === 0 ? entries : mergeEntries(entries, merged),
      ...tagOf(map),
    };
    return { node, size, height: height + 1 };
  }

  private key(pair: Pair): TreeScalar | undefined {
    if (isScalar(pair.key)) return this.scalar(pair.key);
    // Maps and lists as keys name nothing; an alias as key is followed, but costs nothing.
    const aliased = isAlias(pair.key) ? this.anchors.get(pair.key.source)?.node : undefined;
    return aliased?.kind === 'scalar' ? aliased : undefined;
  }

  private value({ value }: Pair, depth: number): Measured | undefined {
    return isNode(value) ? this.build(value, depth + 1) : undefined;
  }

  private list(list: YAMLSeq, depth: number): Measured {
    const items: TreeNode[] = [];
    let size = 1;
    let height = 0;
    for (const item of list.items) {
      const value = this.item(item, depth);
      if (!value) continue;
      items.push(value.node);
      size += value.size;
      height = Math.max(height, value.height);
    }
    return {
      node: { kind: 'list', span: this.placeOf(list), items, ...tagOf(list) },
      size,
      height: height + 1,
    };
  }

  /** The quotes that the reader puts behind the text are no part of it. */
  private placeOf(node: unknown): Span {
    const { start, end } = spanOf(node);
    const { length } = this.text;
    return span(Math.min(start, length), Math.min(end, length));
  }

  private item(item: unknown, depth: number): Measured | undefined {
    if (isPair(item)) return this.pairItem(item, depth);
    return isNode(item) ? this.build(item, depth + 1) : undefined;
  }

  /** An item of a list that the library takes for an ordered map: a map with one entry. */
  private pairItem(pair: Pair, depth: number): Measured {
    const [key, value] = [this.key(pair), this.value(pair, depth)];
    const place = key?.span ?? this.placeOf(pair.key);
    const entry = { key: key?.text ?? '', keySpan: place, ...(value && { value: value.node }) };
    const end = Math.max(place.end, value?.node.span.end ?? 0);
    const node: TreeMap = { kind: 'map', span: span(place.start, end), entries: [entry] };
    return { node, size: 2 + (value?.size ?? 0), height: 1 + (value?.height ?? 0) };
  }

  private scalar(node: Scalar): TreeScalar | undefined {
    const style = styleOf(node.type);
    const decoded = node.source ?? '';
    const tag = tagOf(node);
    if (style === 'plain' && decoded === '' && !tag.tag) {
      // An anchor may stand for nothing; a value that is not there is absent.
      return node.anchor ? makeScalar(this.text, this.placeOf(node), style, decoded) : undefined;
    }
    const scalar = makeScalar(this.text, this.placeOf(node), style, decoded);
    return tag.tag ? { ...scalar, ...tag } : scalar;
  }
}

function isNode(value: unknown): value is Node {
  return isScalar(value) || isMap(value) || isSeq(value) || isAlias(value);
}

/** `<<` as a plain scalar (https://yaml.org/type/merge.html). */
function isMergeKey({ key }: Pair): boolean {
  return isScalar(key) && key.type === 'PLAIN' && key.source === '<<';
}

function styleOf(type: string | undefined): ScalarStyle {
  switch (type) {
    case 'QUOTE_DOUBLE':
      return 'double-quoted';
    case 'QUOTE_SINGLE':
      return 'single-quoted';
    case 'BLOCK_LITERAL':
    case 'BLOCK_FOLDED':
      return 'block';
    default:
      return 'plain';
  }
}

/** The node itself, without the white space and comments that follow it. */
function spanOf(node: unknown): Span {
  const range = isNode(node) ? node.range : undefined;
  return range ? span(range[0], range[1]) : span(0, 0);
}

function tagOf(node: { readonly tag?: string | undefined }): { readonly tag?: string } {
  return node.tag?.startsWith('!') ? { tag: node.tag } : {};
}
