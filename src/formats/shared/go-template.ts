import type { Expression } from '../../model/expression.ts';
import type { Definition, Reference } from '../../model/extraction.ts';
import { actionsOf, type TemplateAction } from '../../parsers/go-template/actions.ts';
import { maskActions, maskForYaml, namedTemplates } from '../../parsers/go-template/mask.ts';
import { pipelineExpression, type TemplateNames } from '../../parsers/go-template/pipeline.ts';
import {
  type InterpolatedText,
  InterpolationBuilder,
  type VariablePart,
  withoutVariables,
} from '../../parsers/interpolation.ts';
import { hasMark, MARK } from '../../parsers/marks.ts';
import { type PlacedText, slicePlaced } from '../../parsers/placed-text.ts';
import { spanWithin } from '../../parsers/tree.ts';
import { span } from '../../text/span.ts';
import { expressionOf, type VariableLookUp } from './expressions.ts';

/** Longer named templates write more than a name or an address. */
const MAX_NAMED_LENGTH = 4000;
/** No name of a shell or container begins so. */
const ACTION_NAME = '{{';
/** Conditions in conditions inside one value. */
const MAX_NESTING = 20;

/** A file with Go template syntax, read as the text that it becomes. */
export class GoTemplate {
  /** What can be parsed as YAML; every character is in its place. */
  readonly yamlText: string;
  private readonly text: string;
  private readonly names: TemplateNames;
  private readonly actions: readonly TemplateAction[];
  private readonly byStart: ReadonlyMap<number, TemplateAction>;

  /** @param names gives paths from the root their meaning. */
  constructor(path: string, text: string, rootName: TemplateNames['root']) {
    this.text = text;
    this.actions = actionsOf(text);
    this.byStart = new Map(this.actions.map(action => [action.span.start, action]));
    this.yamlText = maskForYaml(text, this.actions);
    this.names = { root: rootName, local: name => `${path} ${name}`, named: name => `include ${name}` };
  }

  /** The value of the action that a variable of `interpolate` stands for. */
  readonly lookUp: VariableLookUp = (name, place, fallback) => {
    const action = this.byStart.get(Number(name.slice(ACTION_NAME.length)));
    return action
      ? this.valueOf(action)
      : (fallback ?? { type: 'unknown', reason: 'not-defined', span: place });
  };

  /** Masked text with its actions as variables, and what conditions enclose as what may be there or not. */
  interpolate(masked: PlacedText): InterpolatedText {
    if (!hasMark(masked.text)) return withoutVariables(masked);
    return new TextBuilding(masked, this.marksIn(masked)).build();
  }

  /** Masked text with its actions as variables. What conditions enclose is part of the text: lines of a script. */
  scriptOf(masked: PlacedText): InterpolatedText {
    if (!hasMark(masked.text)) return withoutVariables(masked);
    const builder = new InterpolationBuilder(masked);
    let position = 0;
    for (const { action, start, end } of this.marksIn(masked)) {
      builder.appendText(position, start);
      position = end;
      builder.appendVariable(action.kind === 'value' ? expressionPart(action) : unknownPart(action));
    }
    builder.appendText(position, masked.text.length);
    return builder.build(0, masked.text.length);
  }

  private marksIn(masked: PlacedText): Mark[] {
    return [...masked.text.matchAll(MARK)].flatMap(({ 0: mark, index }) => {
      const action = this.byStart.get(spanWithin(masked, index, index + 1).start);
      return action ? [{ action, start: index, end: index + mark.length }] : [];
    });
  }

  /** The variables that the file assigns and the templates that it names. */
  definitions(scope: string): Definition[] {
    return [...this.assignments(scope), ...this.namedTemplates(scope)];
  }

  private assignments(scope: string): Definition[] {
    return this.actions.flatMap(({ kind, inner }): Definition[] => {
      const assignment =
        kind === 'silent' ? /^(\$\w+)\s*:?=\s*/.exec(this.text.slice(inner.start, inner.end)) : undefined;
      if (!assignment) return [];
      const start = inner.start + assignment[0].length;
      const value = pipelineExpression(this.text.slice(start, inner.end), start, this.names);
      return [{ scope, name: this.names.local(assignment[1] ?? ''), value, precedence: 'default' }];
    });
  }

  private namedTemplates(scope: string): Definition[] {
    const named = namedTemplates(this.actions);
    if (named.length === 0) return [];
    const marked = maskActions(this.text, this.actions);
    return named.flatMap(({ begin, end }): Definition[] => {
      const name = /"([^"\n]+)"/.exec(this.text.slice(begin.inner.start, begin.inner.end))?.[1];
      if (name === undefined) return [];
      const body = span(begin.span.end, end.span.start);
      const isShort = body.end - body.start <= MAX_NAMED_LENGTH;
      const value: Expression = isShort
        ? this.writtenBy(marked.slice(body.start, body.end), body.start)
        : { type: 'unknown', reason: 'unsupported-expression', span: begin.span };
      return [{ scope, name: this.names.named(name), value, precedence: 'default' }];
    });
  }

  private writtenBy(body: string, start: number): Expression {
    const whole = { text: body, span: span(start, start + body.length) };
    const from = body.length - body.trimStart().length;
    const trimmed = slicePlaced(whole, from, Math.max(from, body.trimEnd().length));
    return expressionOf(this.interpolate(trimmed), this.lookUp);
  }

  private valueOf({ inner }: TemplateAction): Expression {
    return pipelineExpression(this.text.slice(inner.start, inner.end), inner.start, this.names);
  }
}

/** References as people can read them: what only stood for an action in names is an unknown part. */
export function withoutMarks(references: readonly Reference[]): Reference[] {
  return references.map(reference =>
    reference.structuralPath.some(hasMark)
      ? {
          ...reference,
          structuralPath: reference.structuralPath.map(segment => segment.replace(MARK, '{{…}}')),
        }
      : reference,
  );
}

interface Mark {
  readonly action: TemplateAction;
  readonly start: number;
  readonly end: number;
}

class TextBuilding {
  private readonly text: PlacedText;
  private readonly marks: readonly Mark[];
  private next = 0;

  constructor(text: PlacedText, marks: readonly Mark[]) {
    this.text = text;
    this.marks = marks;
  }

  build(): InterpolatedText {
    return this.branch(0, false, 0).text;
  }

  /** As far as the condition's `else` or `end`, or to the end of the text. */
  private branch(
    start: number,
    trimsStart: boolean,
    depth: number,
  ): { text: InterpolatedText; closing?: Mark } {
    const builder = new InterpolationBuilder(this.text);
    let position = this.skipped(start, trimsStart);
    for (let mark = this.marks[this.next++]; mark; mark = this.marks[this.next++]) {
      builder.appendText(position, this.trimmed(position, mark));
      const { kind } = mark.action;
      if (depth > 0 && (kind === 'else' || kind === 'end'))
        return { text: builder.build(start, mark.start), closing: mark };
      const last = kind === 'begin' && depth < MAX_NESTING ? this.branches(builder, mark, depth) : mark;
      if (kind === 'value') builder.appendVariable(expressionPart(mark.action));
      position = last ? this.skipped(last.end, last.action.trimsAfter) : this.text.text.length;
    }
    builder.appendText(position, this.text.text.length);
    return { text: builder.build(start, this.text.text.length) };
  }

  /** Either branch of a condition may be there. @returns the `end`. */
  private branches(builder: InterpolationBuilder, begin: Mark, depth: number): Mark | undefined {
    const written: { opening: Mark; text: InterpolatedText }[] = [];
    let opening: Mark | undefined = begin;
    do {
      const branch = this.branch(opening.end, opening.action.trimsAfter, depth + 1);
      written.push({ opening, text: branch.text });
      opening = branch.closing;
    } while (opening?.action.kind === 'else');
    // `else if` can hold or not, as `if` can.
    const isElse = written.length > 1 && written.at(-1)?.opening.action.isCondition === false;
    const last = isElse ? written.pop()?.text : undefined;
    const chosen = written.reduceRight<InterpolatedText | undefined>(
      (otherwise, { opening: { action }, text }) => conditional(action, text, otherwise),
      last,
    );
    for (const part of chosen?.parts ?? []) if (part.type === 'variable') builder.appendVariable(part);
    return opening;
  }

  private skipped(position: number, trims: boolean): number {
    let start = position;
    if (trims) while (/\s/.test(this.text.text.charAt(start))) start++;
    return start;
  }

  private trimmed(position: number, { start, action }: Mark): number {
    let end = start;
    if (action.trimsBefore) while (end > position && /\s/.test(this.text.text.charAt(end - 1))) end--;
    return end;
  }
}

function expressionPart({ span: place }: TemplateAction): VariablePart {
  return { type: 'variable', name: `${ACTION_NAME}${place.start}`, operator: 'expression', span: place };
}

function unknownPart({ span: place }: TemplateAction): VariablePart {
  return { type: 'variable', name: '', operator: 'other', span: place };
}

/** @param otherwise what stands there when the condition does not hold; nothing when absent. */
function conditional(
  { span: place }: TemplateAction,
  text: InterpolatedText,
  otherwise: InterpolatedText | undefined,
): InterpolatedText {
  const part = { type: 'variable', name: '', operator: '+', operand: text, span: place } as const;
  return { span: place, parts: [otherwise ? { ...part, otherwise } : part] };
}
