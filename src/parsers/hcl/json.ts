import type { CollectionItem, Expression } from '../../model/expression.ts';
import type { Source } from '../../text/source.ts';
import { span } from '../../text/span.ts';
import { parseJson } from '../json.ts';
import { moveExpression } from '../move-expression.ts';
import { spanWithin, type TreeEntry, type TreeMap, type TreeNode, type TreeScalar } from '../tree.ts';
import type { HclParser } from './parse.ts';
import {
  EMPTY_BODY,
  type HclAttribute,
  type HclBlock,
  type HclBody,
  type HclFile,
  type HclLabel,
} from './tree.ts';

/** Which members of an object are blocks; all others are attributes. */
export type BlockSchema = ReadonlyMap<string, BlockType>;

interface BlockType {
  /** How many levels of objects, by label, lie between the type and the body. */
  readonly labels: number;
  /** The blocks inside; nothing but attributes when absent. */
  readonly blocks?: BlockSchema;
}

/**
 * Reads HCL's JSON syntax, which only a schema makes unambiguous. Every string is a template.
 * @param parser reads the templates
 */
export function parseHclJson(source: Source, schema: BlockSchema, parser: HclParser): HclFile {
  const { root, problems } = parseJson(source);
  const body = root?.kind === 'map' ? readBody(root, schema, text => parser.parseTemplate(text)) : EMPTY_BODY;
  return { body, parts: [{ body, distance: 0, isKept: false, isCopied: false }], comments: [], problems };
}

function readBody(map: TreeMap, schema: BlockSchema | undefined, readText: ReadText): HclBody {
  const attributes = map.entries.filter(entry => !schema?.has(entry.key) && entry.key !== COMMENT);
  return {
    attributes: attributes.map(entry => readAttribute(entry, readText)),
    blocks: map.entries.flatMap(entry => {
      const type = schema?.get(entry.key);
      return type ? readBlocks(entry, type, [], entry.value, readText) : [];
    }),
  };
}

/** A member for remarks (https://developer.hashicorp.com/terraform/language/syntax/json#comment-properties). */
const COMMENT = '//';

function readAttribute({ key, keySpan, value }: TreeEntry, readText: ReadText): HclAttribute {
  return {
    name: key,
    nameSpan: keySpan,
    value: readJsonValue(value, keySpan.end, readText),
    span: span(keySpan.start, value?.span.end ?? keySpan.end),
  };
}

/** At every level there can be a list of several instead of one. */
function readBlocks(
  entry: TreeEntry,
  type: BlockType,
  labels: readonly HclLabel[],
  node: TreeNode | undefined,
  readText: ReadText,
): HclBlock[] {
  if (node?.kind === 'list')
    return node.items.flatMap(item => readBlocks(entry, type, labels, item, readText));
  if (node?.kind !== 'map') return [];
  if (labels.length < type.labels) {
    return node.entries.flatMap(({ key, keySpan, value }) =>
      readBlocks(entry, type, [...labels, { text: key, span: keySpan }], value, readText),
    );
  }
  const body = readBody(node, type.blocks, readText);
  return [{ type: entry.key, typeSpan: entry.keySpan, labels, body, span: node.span }];
}

/** What a string of a JSON document is; spans of the result are in `text`, the decoded string. */
export type ReadText = (text: string) => Expression;

/**
 * A JSON value as an expression, with the places of its keys and strings.
 * @param end where the value would be if there were one
 */
export function readJsonValue(node: TreeNode | undefined, end: number, readText: ReadText): Expression {
  if (!node) return { type: 'unknown', reason: 'syntax-error', span: span(end, end) };
  switch (node.kind) {
    case 'list':
      return {
        type: 'collection',
        items: node.items.map(item => ({ value: readJsonValue(item, item.span.start, readText) })),
        span: node.span,
      };
    case 'map':
      return {
        type: 'collection',
        items: node.entries.map(entry => readItem(entry, readText)),
        span: node.span,
      };
    case 'scalar':
      return readScalar(node, readText);
  }
}

function readItem({ key, keySpan, value }: TreeEntry, readText: ReadText): CollectionItem {
  return { key, keySpan, value: readJsonValue(value, keySpan.end, readText) };
}

function readScalar(scalar: TreeScalar, readText: ReadText): Expression {
  if (scalar.type === 'null') return { type: 'choice', options: [], span: scalar.span };
  if (scalar.type !== 'string') return { type: 'literal', value: scalar.text, span: scalar.span };
  return moveExpression(readText(scalar.text), place => spanWithin(scalar, place.start, place.end));
}
