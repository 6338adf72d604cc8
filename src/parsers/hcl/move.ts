import { span } from '../../text/span.ts';
import { type MoveSpan, moveExpression } from '../move-expression.ts';
import type { HclAttribute, HclBlock, HclBody } from './tree.ts';

/** The same body `distance` further on in its file. */
export function moveBody(body: HclBody, distance: number): HclBody {
  if (distance === 0) return body;
  return movedBody(body, place => span(place.start + distance, place.end + distance));
}

function movedBody(body: HclBody, move: MoveSpan): HclBody {
  return {
    attributes: body.attributes.map(attribute => movedAttribute(attribute, move)),
    blocks: body.blocks.map(block => movedBlock(block, move)),
  };
}

function movedAttribute({ name, nameSpan, value, span: place }: HclAttribute, move: MoveSpan): HclAttribute {
  return { name, nameSpan: move(nameSpan), value: moveExpression(value, move), span: move(place) };
}

function movedBlock({ type, typeSpan, labels, body, span: place }: HclBlock, move: MoveSpan): HclBlock {
  return {
    type,
    typeSpan: move(typeSpan),
    labels: labels.map(label => ({ text: label.text, span: move(label.span) })),
    body: movedBody(body, move),
    span: move(place),
  };
}
