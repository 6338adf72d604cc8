import type { Expression } from '../../model/expression.ts';
import { type Span, span } from '../../text/span.ts';
import { decodeText } from './escapes.ts';
import { readExpression } from './expression.ts';
import { nodeSpan, nodeText, type Reading, textAt, visitChildren, withoutQuotes } from './reading.ts';
import { readSimple } from './simple.ts';
import type { HclAttribute, HclBlock, HclBody, HclLabel } from './tree.ts';

/**
 * The cursor stands on the root: all attributes and blocks of the text. Where the tree has errors, the tokens of a
 * block are taken in their order, so that a block whose end is missing still has what was written into it.
 */
export function readBody(reading: Reading): HclBody {
  const builder = new BodyBuilder(nodeSpan(reading).end);
  readItems(reading, builder);
  return builder.finish();
}

function readItems(reading: Reading, builder: BodyBuilder): void {
  visitChildren(reading, kind => {
    switch (kind) {
      case 'attribute':
        builder.addAttribute(readAttribute(reading));
        break;
      case 'block':
      case 'body':
      case 'error':
        readItems(reading, builder);
        break;
      case 'identifier':
        builder.addName(nodeText(reading), nodeSpan(reading));
        break;
      case 'string_lit':
        builder.addLabel(readLabel(reading));
        break;
      case 'block_start':
        builder.openBlock();
        break;
      case 'block_end':
        builder.closeBlock(nodeSpan(reading).end);
        break;
      case 'comment':
        break;
      default:
        builder.dropHeader();
    }
  });
}

function readAttribute(reading: Reading): HclAttribute {
  const place = nodeSpan(reading);
  const [start = '', name = ''] = ATTRIBUTE_START.exec(textAt(reading, place)) ?? [];
  const nameSpan = span(place.start, place.start + name.length);
  const value = readSimple(reading, span(place.start + start.length, place.end)) ?? readValue(reading, place);
  return { name, nameSpan, value, span: place };
}

const ATTRIBUTE_START = /^([^\s=]+)\s*=\s*/;

function readValue(reading: Reading, place: Span): Expression {
  let value: Expression = { type: 'unknown', reason: 'syntax-error', span: place };
  visitChildren(reading, kind => {
    if (kind === 'expression') value = readExpression(reading);
  });
  return value;
}

function readLabel(reading: Reading): HclLabel {
  const place = withoutQuotes(nodeSpan(reading));
  return { text: decodeText(textAt(reading, place), 'quoted'), span: place };
}

/** A body that is being filled. */
interface OpenBody {
  readonly attributes: HclAttribute[];
  readonly blocks: HclBlock[];
}

interface OpenBlock extends OpenBody {
  readonly type: HclLabel;
  readonly labels: readonly HclLabel[];
}

class BodyBuilder {
  private readonly end: number;
  private readonly root: OpenBody = { attributes: [], blocks: [] };
  private readonly open: OpenBlock[] = [];
  /** What stands before a `{`: the type, then the labels. */
  private header: HclLabel[] = [];

  /** @param end where a block ends that is never closed */
  constructor(end: number) {
    this.end = end;
  }

  addAttribute(attribute: HclAttribute): void {
    this.innermost().attributes.push(attribute);
    this.dropHeader();
  }

  /** A block's type, or a label without quotes. */
  addName(text: string, place: Span): void {
    this.header.push({ text, span: place });
  }

  addLabel(label: HclLabel): void {
    if (this.header.length > 0) this.header.push(label);
  }

  openBlock(): void {
    const [type, ...labels] = this.header;
    if (type) this.open.push({ type, labels, attributes: [], blocks: [] });
    this.dropHeader();
  }

  closeBlock(end: number): void {
    const block = this.open.pop();
    this.dropHeader();
    if (!block) return;
    const { type, labels, attributes, blocks } = block;
    this.innermost().blocks.push({
      type: type.text,
      typeSpan: type.span,
      labels,
      body: { attributes, blocks },
      span: span(type.span.start, end),
    });
  }

  dropHeader(): void {
    this.header = [];
  }

  finish(): HclBody {
    while (this.open.length > 0) this.closeBlock(this.end);
    return this.root;
  }

  private innermost(): OpenBody {
    return this.open.at(-1) ?? this.root;
  }
}
