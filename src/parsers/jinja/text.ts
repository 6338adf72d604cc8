import {
  type InterpolatedText,
  InterpolationBuilder,
  type VariablePart,
  withoutVariables,
} from '../interpolation.ts';
import type { PlacedText } from '../placed-text.ts';
import { spanWithin } from '../tree.ts';

/**
 * Text in which `{{ … }}` stands for a value (https://jinja.palletsprojects.com/en/stable/templates/). The variables'
 * names are the expressions as they are written: `jinjaExpression` reads them. Any branch of a condition within a line
 * may be there; of other statements `{% … %}` nothing is known.
 */
export function jinjaText(text: PlacedText): InterpolatedText {
  if (!hasJinja(text.text)) return withoutVariables(text);
  const tags = tagsOf(text.text);
  return new TextBuilding(text, tags, conditionsWithinLines(tags)).build();
}

/** The same for a script, in which the branches of a condition are commands as all others. */
export function jinjaScript(text: PlacedText): InterpolatedText {
  if (!hasJinja(text.text)) return withoutVariables(text);
  return new TextBuilding(text, tagsOf(text.text), new Map()).build();
}

/** Is there template syntax in a text? */
function hasJinja(text: string): boolean {
  return text.includes('{{') || text.includes('{%');
}

/** `{{ … }}` or `{% … %}`. */
interface Tag {
  /** Where it begins and ends, with the white space that it takes away. */
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
  /** What stands between the braces; absent in a statement. */
  readonly expression: string | undefined;
  /** The first word of a statement. */
  readonly statement: string;
  /** How many line breaks there are above it. */
  readonly line: number;
}

function tagsOf(text: string): Tag[] {
  const tags: Tag[] = [];
  let line = 0;
  let position = 0;
  for (const { 0: written, 1: expression, index } of text.matchAll(TAG)) {
    const end = index + written.length;
    const statement = STATEMENT.exec(written)?.[1] ?? '';
    for (; position < index; position++) if (text[position] === '\n') line++;
    const from = written[2] === '-' ? spaceBefore(text, index) : index;
    const to = written.at(-3) === '-' ? spaceAfter(text, end) : end;
    tags.push({ from, to, start: index, end, expression, statement, line });
  }
  return tags;
}

/** A value or a statement; the first group is a value's expression. */
export const TAG = /\{\{((?:(?!\}\}|\{\{)[\s\S]){0,1000})\}\}|\{%(?:(?!%\}|\{%)[\s\S]){0,1000}%\}/g;
const STATEMENT = /^\{%[-+]?\s{0,20}([a-z]{1,20})/;

function spaceBefore(text: string, end: number): number {
  let start = end;
  while (start > 0 && /\s/.test(text.charAt(start - 1))) start--;
  return start;
}

function spaceAfter(text: string, start: number): number {
  let end = start;
  while (/\s/.test(text.charAt(end))) end++;
  return end;
}

/** By its `if`, the tags of each condition that ends on the line on which it begins, from `if` to `endif`. */
function conditionsWithinLines(tags: readonly Tag[]): ReadonlyMap<Tag, readonly Tag[]> {
  const conditions = new Map<Tag, readonly Tag[]>();
  const open: Tag[][] = [];
  for (const tag of tags) {
    const { statement } = tag;
    if (statement === 'if' || statement === 'for') open.push([tag]);
    else if (statement === 'elif' || statement === 'else') open.at(-1)?.push(tag);
    else if (statement === 'endif' || statement === 'endfor') {
      const [begin, ...others] = open.pop() ?? [];
      const isWithinLine = begin?.statement === 'if' && statement === 'endif' && begin.line === tag.line;
      if (isWithinLine) conditions.set(begin, [begin, ...others, tag]);
    }
  }
  return conditions;
}

/** Conditions in conditions inside one value. */
const MAX_NESTING = 20;

class TextBuilding {
  private readonly text: PlacedText;
  private readonly tags: readonly Tag[];
  private readonly conditions: ReadonlyMap<Tag, readonly Tag[]>;
  private next = 0;

  constructor(text: PlacedText, tags: readonly Tag[], conditions: ReadonlyMap<Tag, readonly Tag[]>) {
    this.text = text;
    this.tags = tags;
    this.conditions = conditions;
  }

  build(): InterpolatedText {
    return this.between(0, this.text.text.length, 0);
  }

  private between(start: number, end: number, depth: number): InterpolatedText {
    const builder = new InterpolationBuilder(this.text);
    let position = start;
    for (let tag = this.tags[this.next]; tag && tag.from < end; tag = this.tags[this.next]) {
      builder.appendText(position, tag.from);
      this.next++;
      const condition = depth < MAX_NESTING ? this.conditions.get(tag) : undefined;
      const last = condition?.at(-1) ?? tag;
      builder.appendVariable(condition ? this.conditional(condition, depth) : this.partOf(tag));
      position = last.to;
    }
    builder.appendText(position, end);
    return builder.build(start, end);
  }

  private partOf({ expression, start, end }: Tag): VariablePart {
    return {
      type: 'variable',
      name: expression ?? '',
      operator: expression === undefined ? 'other' : 'expression',
      span: spanWithin(this.text, start, end),
    };
  }

  /** Any of the branches, or nothing without an `else`. */
  private conditional(tags: readonly Tag[], depth: number): VariablePart {
    const span = spanWithin(this.text, tags[0]?.start ?? 0, tags.at(-1)?.end ?? 0);
    const branches = tags.slice(0, -1).map(({ to }, index) => {
      const branch = this.between(to, tags[index + 1]?.from ?? to, depth + 1);
      // The tag that ends the branch.
      this.next++;
      return branch;
    });
    const isElse = tags.at(-2)?.statement === 'else';
    const otherwise = isElse ? branches.pop() : undefined;
    return branches.reduceRight<VariablePart>(
      (rest, operand, index) => {
        const other = index === branches.length - 1 ? otherwise : { span, parts: [rest] };
        const part = { type: 'variable', name: '', operator: '+', operand, span } as const;
        return other ? { ...part, otherwise: other } : part;
      },
      { type: 'variable', name: '', operator: 'other', span },
    );
  }
}
