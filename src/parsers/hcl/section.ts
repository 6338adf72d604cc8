import type { Expression } from '../../model/expression.ts';
import type { ProblemCode } from '../../model/problem.ts';
import { type Span, span } from '../../text/span.ts';
import { readWhole } from './body.ts';
import { readExpression } from './expression.ts';
import type { Reading } from './reading.ts';
import { readTemplate } from './template.ts';
import { EMPTY_BODY, type HclBody, type HclPart, type ReadName } from './tree.ts';

/** What a part of a file says. */
export interface ParsedSection extends HclPart {
  /** The first thing in it that could not be read. */
  readonly mistake?: Mistake;
}

export interface Mistake {
  readonly code: Extract<ProblemCode, 'syntax-error' | 'too-deep'>;
  readonly span: Span;
}

/** Reads some statements of a file, as far as they can be read. */
export function parseSection(text: string, place: Span, readName: ReadName): ParsedSection {
  const reading = startReading(text, place, readName);
  const body = readWhole(reading);
  if (reading.isTooDeep) {
    return { mistake: { code: 'too-deep', span: lineAt(text, place.start) }, ...partOf(EMPTY_BODY) };
  }
  if (reading.mistake < 0) return partOf(body);
  return { mistake: { code: 'syntax-error', span: lineAt(text, reading.mistake) }, ...partOf(body) };
}

function partOf(body: HclBody): HclPart {
  return { body, distance: 0, isKept: false, isCopied: false };
}

/** Reads a template that has no quotes of its own, and no escapes but those of `${` and `%{`. */
export function parseTemplate(text: string, readName: ReadName): Expression {
  const whole = span(0, text.length);
  const reading = startReading(text, whole, readName);
  const template = readTemplate(reading, { style: 'heredoc' });
  return reading.isTooDeep ? { type: 'unknown', reason: 'unsupported-expression', span: whole } : template;
}

function startReading(text: string, place: Span, readName: ReadName): Reading {
  return {
    text,
    at: place.start,
    end: place.end,
    readName,
    readExpression,
    bindings: NO_BINDINGS,
    spansLines: false,
    depth: 0,
    isTooDeep: false,
    mistake: -1,
    isEndMissing: false,
    isUnbalanced: false,
    searchedUpTo: 0,
    isLastCommentPassed: false,
    terminators: undefined,
  };
}

const NO_BINDINGS: ReadonlyMap<string, Expression> = new Map();

/** The line that a position is in, without its indentation and line break. */
function lineAt(text: string, position: number): Span {
  const lineBreak = text.indexOf('\n', position);
  const end = lineBreak < 0 ? text.length : lineBreak;
  const start = position === 0 ? 0 : text.lastIndexOf('\n', position - 1) + 1;
  const indentation = /^[ \t]*/.exec(text.slice(start, end))?.[0].length ?? 0;
  return span(start + indentation, end);
}
