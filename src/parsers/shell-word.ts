import { type InterpolatedText, InterpolationBuilder } from './interpolation.ts';
import type { PlacedText } from './placed-text.ts';
import { spanWithin } from './tree.ts';
import { MAX_OPERAND_DEPTH, readVariable } from './variable.ts';

/** How words are written: a shell's commands, or a Dockerfile's other instructions. */
export interface WordRules {
  readonly escape: '\\' | '`';
  /** `$(command)`, `` `command` `` and `$1` mean something. */
  readonly substitutions: boolean;
  /** Ends a word outside quotes. */
  readonly isEnd: (character: string) => boolean;
}

/**
 * How many characters may be looked at in vain for the end of a quote or a substitution, in all the words of a text:
 * many that are never closed must not cost more than a few.
 */
export interface Lookahead {
  remaining: number;
}

export function makeLookahead(): Lookahead {
  return { remaining: 100_000 };
}

/** One word, and where the text goes on after it. */
export interface ReadWord {
  readonly word: InterpolatedText;
  readonly end: number;
  /** The texts of command substitutions in it, as ranges of the input. */
  readonly commands: readonly { readonly start: number; readonly end: number }[];
}

/**
 * Reads the word at `start`: quotes and escapes are taken away, variables kept apart
 * (https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_02). A quote that is not
 * closed is a character like any other. Tolerant, linear.
 */
export function readWord(
  input: PlacedText,
  start: number,
  limit: number,
  rules: WordRules,
  lookahead: Lookahead,
): ReadWord {
  const reader = new WordReader(input, limit, rules, lookahead, 0);
  const end = reader.read(start, rules.isEnd);
  return { word: reader.builder.build(start, end), end, commands: reader.commands };
}

class WordReader {
  readonly builder: InterpolationBuilder;
  readonly commands: { start: number; end: number }[] = [];
  private readonly input: PlacedText;
  private readonly text: string;
  private readonly limit: number;
  private readonly rules: WordRules;
  private readonly lookahead: Lookahead;
  private readonly depth: number;

  constructor(input: PlacedText, limit: number, rules: WordRules, lookahead: Lookahead, depth: number) {
    this.input = input;
    this.text = input.text;
    this.limit = limit;
    this.rules = rules;
    this.lookahead = lookahead;
    this.depth = depth;
    this.builder = new InterpolationBuilder(input);
  }

  /** @returns where the word ends. */
  read(start: number, isEnd: (character: string) => boolean): number {
    let position = start;
    while (position < this.limit && !isEnd(this.text.charAt(position))) {
      const run = this.endOfRun(position, false, isEnd);
      this.builder.appendText(position, run);
      position = run > position ? run : this.readPart(position, false);
    }
    return position;
  }

  /** As far as every character stands for itself. */
  private endOfRun(start: number, inQuotes: boolean, isEnd: (character: string) => boolean): number {
    let position = start;
    while (position < this.limit) {
      const character = this.text.charAt(position);
      if (character === this.rules.escape || SPECIAL.has(character) || (!inQuotes && isEnd(character))) break;
      position++;
    }
    return position;
  }

  private readPart(position: number, inQuotes: boolean): number {
    const character = this.text.charAt(position);
    if (character === this.rules.escape) return this.readEscape(position, inQuotes);
    if (character === '$') return this.readDollar(position);
    if (character === '`' && this.rules.substitutions) return this.readBackquotes(position);
    if (character === "'" && !inQuotes) return this.readSingleQuotes(position);
    if (character === '"' && !inQuotes) return this.readDoubleQuotes(position);
    this.builder.appendText(position, position + 1);
    return position + 1;
  }

  private readEscape(position: number, inQuotes: boolean): number {
    const next = this.text.charAt(position + 1);
    const lineBreak = /^\r?\n/.exec(this.text.slice(position + 1, position + 3));
    if (lineBreak) return Math.min(position + 1 + lineBreak[0].length, this.limit);
    const isKept =
      position + 1 >= this.limit || (inQuotes && !'"$`'.includes(next) && next !== this.rules.escape);
    if (isKept) {
      this.builder.appendText(position, position + 1);
      return position + 1;
    }
    this.builder.appendText(position + 1, position + 2);
    return position + 2;
  }

  private readSingleQuotes(position: number): number {
    const close = this.find("'", position + 1);
    if (close === undefined) {
      this.builder.appendText(position, position + 1);
      return position + 1;
    }
    this.builder.appendText(position + 1, close);
    return close + 1;
  }

  private readDoubleQuotes(position: number): number {
    if (!this.isClosed(position)) {
      this.builder.appendText(position, position + 1);
      return position + 1;
    }
    let inside = position + 1;
    while (inside < this.limit && this.text[inside] !== '"') {
      const run = this.endOfRun(inside, true, () => false);
      this.builder.appendText(inside, run);
      inside = run > inside ? run : this.readPart(inside, true);
    }
    return Math.min(inside + 1, this.limit);
  }

  private isClosed(quote: number): boolean {
    return this.find('"', quote + 1) !== undefined;
  }

  private readDollar(position: number): number {
    if (this.rules.substitutions && this.text[position + 1] === '(') return this.readCommand(position);
    const found = readVariable(this.input, position, this.limit, (start, end) =>
      this.readOperand(start, end),
    );
    if (found) {
      this.builder.appendVariable(found.variable);
      return found.end;
    }
    if (this.rules.substitutions && /[0-9@*#?$!-]/.test(this.text.charAt(position + 1))) {
      return this.appendUnknown(position, position + 2);
    }
    this.builder.appendText(position, position + 1);
    return position + 1;
  }

  private readOperand(start: number, end: number): InterpolatedText {
    const reader = new WordReader(this.input, end, this.rules, this.lookahead, this.depth + 1);
    if (this.depth < MAX_OPERAND_DEPTH) reader.read(start, () => false);
    this.commands.push(...reader.commands);
    return reader.builder.build(start, end);
  }

  private readCommand(dollar: number): number {
    const close = this.closingParenthesis(dollar + 2);
    if (close === undefined) {
      this.builder.appendText(dollar, dollar + 1);
      return dollar + 1;
    }
    this.commands.push({ start: dollar + 2, end: close });
    return this.appendUnknown(dollar, close + 1);
  }

  private readBackquotes(position: number): number {
    const close = this.find('`', position + 1);
    if (close === undefined) {
      this.builder.appendText(position, position + 1);
      return position + 1;
    }
    this.commands.push({ start: position + 1, end: close });
    return this.appendUnknown(position, close + 1);
  }

  private appendUnknown(start: number, end: number): number {
    const to = Math.min(end, this.limit);
    this.builder.appendVariable({
      type: 'variable',
      name: '',
      operator: 'other',
      span: spanWithin(this.input, start, to),
    });
    return to;
  }

  /** The next `character` that is not escaped; searching in vain is limited, so that many openings cost no more than one. */
  private find(character: string, from: number): number | undefined {
    const end = Math.min(this.limit, from + this.lookahead.remaining);
    for (let position = from; position < end; position++) {
      if (this.text[position] === character) return position;
      if (this.text[position] === this.rules.escape && character !== "'") position++;
    }
    this.lookahead.remaining -= Math.max(end - from, 0);
    return undefined;
  }

  private closingParenthesis(from: number): number | undefined {
    const end = Math.min(this.limit, from + this.lookahead.remaining);
    let depth = 1;
    for (let position = from; position < end; position++) {
      const character = this.text[position];
      if (character === '\\') position++;
      else if (character === "'") position = this.find("'", position + 1) ?? position;
      else if (character === '(') depth++;
      else if (character === ')' && --depth === 0) return position;
    }
    this.lookahead.remaining -= Math.max(end - from, 0);
    return undefined;
  }
}

const SPECIAL = new Set(['$', '`', "'", '"']);
