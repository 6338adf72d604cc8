import { type Span, span } from '../text/span.ts';
import { type InterpolatedText, InterpolationBuilder } from './interpolation.ts';
import { type PlacedText, placedSlice, slicePlaced } from './placed-text.ts';
import { spanWithin } from './tree.ts';

export interface Makefile {
  readonly assignments: readonly MakeAssignment[];
  readonly rules: readonly MakeRule[];
  readonly recipes: readonly MakeRecipe[];
  /** Comments on lines of their own, from `#` to the line's end, also in recipes. */
  readonly comments: readonly Span[];
}

/** `NAME = value`, with any of make's operators. */
export interface MakeAssignment {
  readonly name: PlacedText;
  readonly value: PlacedText;
  /** The targets that alone have it; none for a variable of the whole file. */
  readonly targets: readonly string[];
  /** `+=`: what the name holds already stays a part of it. */
  readonly adds: boolean;
}

/** `targets: prerequisites` */
export interface MakeRule {
  readonly targets: readonly string[];
  readonly prerequisites: readonly string[];
}

/** One line of what is run for targets. */
export interface MakeRecipe {
  readonly text: PlacedText;
  /** Those of the rule that it stands under. */
  readonly targets: readonly string[];
}

/**
 * Reads the assignments, rules and recipes of a makefile
 * (https://www.gnu.org/software/make/manual/html_node/Makefile-Contents.html). Conditionals are not decided: what
 * they hold is read. Never throws, linear.
 */
export function parseMakefile(text: string): Makefile {
  const assignments: MakeAssignment[] = [];
  const rules: MakeRule[] = [];
  const recipes: MakeRecipe[] = [];
  const comments: Span[] = [];
  let targets: readonly string[] = [];
  for (const line of logicalLines(text)) {
    const isRecipe = text[line.start] === '\t';
    const written = text.slice(line.start, line.end);
    const content = (isRecipe ? RECIPE_PREFIX : BLANKS).exec(written)?.[0].length ?? 0;
    if (written[content] === '#') comments.push(span(line.start + content, line.end));
    else if (isRecipe)
      recipes.push({ text: placedSlice(text, span(line.start + content, line.end)), targets });
    else {
      const assignment = assignmentIn(placedSlice(text, line));
      const rule = assignment ? undefined : ruleIn(written);
      if (assignment) assignments.push(assignment);
      if (rule) rules.push(rule);
      // What a `define` holds is a recipe wherever it is called.
      targets = rule?.targets ?? (DEFINE.test(written) ? [] : targets);
    }
  }
  return { assignments, rules, recipes, comments };
}

const BLANKS = /^[ ]*/;
/** Recipes begin with a tab; `@`, `-` and `+` are for make. */
const RECIPE_PREFIX = /^[\t ]*[@+-]*[\t ]*/;

/** Lines, joined where a backslash ends them. */
function* logicalLines(text: string): Generator<Span> {
  for (let start = 0; start < text.length; ) {
    let end = lineEnd(text, start);
    while (text[end - (text[end - 1] === '\r' ? 2 : 1)] === '\\' && end < text.length)
      end = lineEnd(text, end + 1);
    const withoutReturn = text[end - 1] === '\r' && end > start ? end - 1 : end;
    if (withoutReturn > start) yield span(start, withoutReturn);
    start = end + 1;
  }
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

function assignmentIn(line: PlacedText): MakeAssignment | undefined {
  const match = ASSIGNMENT.exec(line.text.slice(0, MAX_HEAD));
  const name = match?.[2];
  if (!match || name === undefined) return undefined;
  const [, before = ''] = match;
  const nameStart = before.length;
  const start = match[0].length;
  const comment = line.text.slice(start).search(/(?:^|[ \t])#/);
  const end = comment < 0 ? line.text.length : start + comment;
  const value = line.text.slice(start, end).trimEnd();
  return {
    name: slicePlaced(line, nameStart, nameStart + name.length),
    value: slicePlaced(line, start, start + value.length),
    targets: namesIn(before.slice(0, Math.max(before.indexOf(':'), 0))),
    adds: match[0].trimEnd().endsWith('+='),
  };
}

const MAX_HEAD = 500;
const ASSIGNMENT =
  /^((?:[^:=#\s$][^:=#$]*:(?!=|:)[ \t]*)?[ ]*(?:(?:export|override|private)[ \t]+)*)([A-Za-z_][\w.-]*)[ \t]*(?:[?+!]|:{1,3})?=[ \t]*/;

function ruleIn(line: string): MakeRule | undefined {
  const match = RULE.exec(line);
  if (!match) return undefined;
  const [, targets = '', prerequisites = ''] = match;
  return { targets: namesIn(targets), prerequisites: namesIn(prerequisites) };
}

/** Prerequisites end at a command on the same line. */
const RULE = /^ *([^\s:=#][^:=#]*)::?(?!=)([^:=;#]*)/;

const DEFINE = /^ *define\b/;

/** A backslash only joins lines, and a bar only says in which order. */
function namesIn(text: string): string[] {
  return text.split(/[\s\\|&]+/).filter(name => name !== '');
}

/**
 * A makefile's text with its variables: `$(NAME)` and `${NAME}`; of functions and automatic variables nothing is
 * known, and `$$` is the dollar sign that a shell gets.
 */
export function makeText(input: PlacedText): InterpolatedText {
  const builder = new InterpolationBuilder(input);
  let position = 0;
  for (const { 0: use, 1: name, index } of input.text.matchAll(VARIABLE)) {
    if (index < position) continue;
    builder.appendText(position, index);
    position = index + use.length;
    if (use === '$$') builder.appendText(index + 1, position);
    else {
      const isFunction = name === undefined;
      if (isFunction) position = closing(input.text, index);
      const place = spanWithin(input, index, position);
      builder.appendVariable({
        type: 'variable',
        name: name ?? '',
        operator: isFunction ? 'other' : '',
        span: place,
      });
    }
  }
  builder.appendText(position, input.text.length);
  return builder.build(0, input.text.length);
}

const VARIABLE = /\$\$|\$[({]([A-Za-z_][\w.-]{0,200})[)}]|\$(?:[({]|[@<^?*+|%])/g;

/** Behind the bracket that closes a function's call; a call that is not closed nearby is its first two characters. */
function closing(text: string, start: number): number {
  const open = text[start + 1];
  if (open !== '(' && open !== '{') return start + 2;
  const close = open === '(' ? ')' : '}';
  let depth = 0;
  for (let at = start + 1; at < Math.min(text.length, start + MAX_CALL); at++) {
    if (text[at] === open) depth++;
    else if (text[at] === close && --depth === 0) return at + 1;
  }
  return start + 2;
}

const MAX_CALL = 1000;
