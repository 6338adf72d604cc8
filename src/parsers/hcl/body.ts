import { span } from '../../text/span.ts';
import {
  BACKSLASH,
  CLOSE_BRACE,
  COMMA,
  endOfName,
  isDigit,
  LINE_FEED,
  MINUS,
  marks,
  OPEN_BRACE,
  QUOTE,
  skipTo,
} from './characters.ts';
import { decodeText } from './escapes.ts';
import {
  enter,
  leave,
  noteEndMissing,
  noteMistake,
  peek,
  placeFrom,
  type Reading,
  skipBlankLines,
  skipBlanks,
} from './reading.ts';
import { skipToStatement } from './recovery.ts';
import { beginsStatement, isAssignment } from './statement-start.ts';
import type { HclAttribute, HclBlock, HclBody, HclLabel } from './tree.ts';

/** A body that is being filled. */
interface OpenBody {
  readonly attributes: HclAttribute[];
  readonly blocks: HclBlock[];
}

/** All attributes and blocks of what is read (https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#structural-elements). */
export function readWhole(reading: Reading): HclBody {
  const body: OpenBody = { attributes: [], blocks: [] };
  while (readStatements(reading, body)) {
    // A brace that closes nothing.
    noteMistake(reading, reading.at);
    reading.at++;
  }
  return body;
}

/** Reads statements up to a brace that closes their block, if there is one: then it is at the position. */
function readStatements(reading: Reading, body: OpenBody): boolean {
  for (;;) {
    skipBlankLines(reading);
    const code = peek(reading);
    if (code < 0) return false;
    if (code === CLOSE_BRACE) return true;
    const start = reading.at;
    if (readStatement(reading, body)) continue;
    noteMistake(reading, start);
    skipToStatement(reading);
    if (reading.at === start) reading.at++;
  }
}

/** Reads an attribute or a block; `false` when there is neither at the position. */
function readStatement(reading: Reading, body: OpenBody): boolean {
  const { text, at: start, end } = reading;
  if (peek(reading) === QUOTE) return readQuotedAttribute(reading, body);
  reading.at = endOfName(text, start, end);
  if (reading.at === start) return false;
  const name: HclLabel = { text: text.slice(start, reading.at), span: span(start, reading.at) };
  skipBlanks(reading);
  if (!isAssignment(text, reading.at, end)) return readBlock(reading, name, body);
  reading.at++;
  return readAttribute(reading, name, body);
}

/** `"name" = value` is of HCL 1, which settings of Nomad's agent are still written in. */
function readQuotedAttribute(reading: Reading, body: OpenBody): boolean {
  const name = readQuotedLabel(reading);
  skipBlanks(reading);
  if (!name || !isAssignment(reading.text, reading.at, reading.end)) return false;
  reading.at++;
  return readAttribute(reading, name, body);
}

/** The position is behind `name =`. */
function readAttribute(reading: Reading, { text: name, span: nameSpan }: HclLabel, body: OpenBody): boolean {
  skipBlanks(reading);
  const value = reading.readExpression(reading);
  if (!value) {
    if (isAtEndOfStatement(reading)) noteMistake(reading, nameSpan.start);
    else leaveOut(reading);
    return true;
  }
  body.attributes.push({ name, nameSpan, value, span: placeFrom(reading, nameSpan.start) });
  skipBlanks(reading);
  if (!isAtEndOfStatement(reading)) leaveOut(reading);
  return true;
}

function isAtEndOfStatement(reading: Reading): boolean {
  const code = peek(reading);
  return code === LINE_FEED || code < 0 || code === CLOSE_BRACE;
}

/** What stands behind a statement on its line: another one, or something else up to the next. */
function leaveOut(reading: Reading): void {
  noteMistake(reading, reading.at);
  if (peek(reading) === COMMA) reading.at++;
  skipBlanks(reading);
  if (!beginsStatement(reading.text, reading.at, reading.end)) skipToStatement(reading);
}

/** The position is behind the block's type. */
function readBlock(reading: Reading, type: HclLabel, body: OpenBody): boolean {
  const labels: HclLabel[] = [];
  for (let label = readLabel(reading); label; label = readLabel(reading)) labels.push(label);
  if (!opensBody(reading)) return false;
  const inside: OpenBody = { attributes: [], blocks: [] };
  enter(reading);
  if (readStatements(reading, inside)) reading.at++;
  else noteEndMissing(reading, type.span.start);
  leave(reading);
  body.blocks.push({
    type: type.text,
    typeSpan: type.span,
    labels,
    body: inside,
    span: placeFrom(reading, type.span.start),
  });
  return true;
}

/** Takes the brace that opens a block's body. It belongs on the line of the header. */
function opensBody(reading: Reading): boolean {
  const end = reading.at;
  skipBlankLines(reading);
  if (peek(reading) === OPEN_BRACE) {
    reading.at++;
    return true;
  }
  reading.at = end;
  return false;
}

function readLabel(reading: Reading): HclLabel | undefined {
  const { text, end } = reading;
  skipBlanks(reading);
  const start = reading.at;
  if (peek(reading) === QUOTE) return readQuotedLabel(reading);
  while (isDigit(peek(reading)) || peek(reading) === MINUS) reading.at++;
  reading.at = Math.max(reading.at, endOfName(text, reading.at, end));
  return reading.at === start
    ? undefined
    : { text: text.slice(start, reading.at), span: placeFrom(reading, start) };
}

/** A label is no template. */
function readQuotedLabel(reading: Reading): HclLabel | undefined {
  const { text, end } = reading;
  const start = reading.at + 1;
  let at = skipTo(LABEL_MARKS, text, start, end);
  const hasEscapes = text.charCodeAt(at) === BACKSLASH;
  while (at < end && text.charCodeAt(at) === BACKSLASH)
    at = skipTo(LABEL_MARKS, text, text.charCodeAt(at + 1) === LINE_FEED ? at + 1 : at + 2, end);
  if (at >= end || text.charCodeAt(at) === LINE_FEED) return undefined;
  reading.at = at + 1;
  const raw = text.slice(start, at);
  return { text: hasEscapes ? decodeText(raw, 'quoted') : raw, span: span(start, at) };
}

const LABEL_MARKS = marks('"\\\n');
