import { type Span, span } from '../text/span.ts';
import { type InterpolatedText, InterpolationBuilder } from './interpolation.ts';
import { type PlacedText, placedSlice, slicePlaced } from './placed-text.ts';
import { spanWithin } from './tree.ts';

export interface Makefile {
  readonly assignments: readonly MakeAssignment[];
  readonly recipes: readonly PlacedText[];
  /** Comments on lines of their own, from `#` to the line's end, also in recipes. */
  readonly comments: readonly Span[];
}

/** `NAME = value`, with any of make's operators, also for one target. */
export interface MakeAssignment {
  readonly name: PlacedText;
  readonly value: PlacedText;
}

/**
 * Reads the assignments and recipes of a makefile
 * (https://www.gnu.org/software/make/manual/html_node/Makefile-Contents.html). Conditionals are not decided: what
 * they hold is read. Never throws, linear.
 */
export function parseMakefile(text: string): Makefile {
  const assignments: MakeAssignment[] = [];
  const recipes: PlacedText[] = [];
  const comments: Span[] = [];
  for (const line of logicalLines(text)) {
    const isRecipe = text[line.start] === '\t';
    const written = text.slice(line.start, line.end);
    const content = (isRecipe ? RECIPE_PREFIX : BLANKS).exec(written)?.[0].length ?? 0;
    if (written[content] === '#') comments.push(span(line.start + content, line.end));
    else if (isRecipe) recipes.push(placedSlice(text, span(line.start + content, line.end)));
    else {
      const assignment = assignmentIn(placedSlice(text, line));
      if (assignment) assignments.push(assignment);
    }
  }
  return { assignments, recipes, comments };
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
  const nameStart = match[1]?.length ?? 0;
  const start = match[0].length;
  const comment = line.text.slice(start).search(/(?:^|[ \t])#/);
  const end = comment < 0 ? line.text.length : start + comment;
  const value = line.text.slice(start, end).trimEnd();
  return {
    name: slicePlaced(line, nameStart, nameStart + name.length),
    value: slicePlaced(line, start, start + value.length),
  };
}

const MAX_HEAD = 500;
const ASSIGNMENT =
  /^((?:[^:=#\s$][^:=#$]*:(?!=|:)[ \t]*)?[ ]*(?:(?:export|override|private)[ \t]+)*)([A-Za-z_][\w.-]*)[ \t]*(?:[?+!]|:{1,3})?=[ \t]*/;

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
