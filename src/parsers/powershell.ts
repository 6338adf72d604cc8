import { type InterpolatedText, InterpolationBuilder, visibleText } from './interpolation.ts';
import type { PlacedText } from './placed-text.ts';
import type { ShellCommand, ShellRedirect } from './shell.ts';
import { spanWithin } from './tree.ts';

/**
 * Splits PowerShell text into simple commands
 * (https://learn.microsoft.com/en-us/powershell/module/microsoft.powershell.core/about/about_parsing). What is assigned to
 * a variable, a key of a hash table or a parameter's default is a command of one word, `NAME=value`, as in other shells.
 * Tolerant: what is not understood is a word. Never throws, linear.
 */
export function parsePowerShell(script: PlacedText): ShellCommand[] {
  const tokenizer = new PowerShellTokenizer(script);
  tokenizer.run();
  return tokenizer.commands;
}

/** Blanks, also a line break behind a backtick, and a comment. */
const BLANK = /(?:[ \t,]|`\r?\n)+|#[^\n]*/y;
const REDIRECT = /[\d*]?>>?(?:&\d)?/y;
const LINE_BREAK = /\r?\n/y;
/** What ends a command; behind a single `|` its output goes on. */
const SEPARATOR = /\|\||&&|[;{}()|]|[@$]\(|@\{/y;
/** Runs what a string or a variable names, or a script in this scope. */
const CALL = /[&.](?=[ \t])/y;
const TYPE = /\[[\w.]+(?:\[\])?\]/y;
/** `$name =`, `$env:NAME =`, `${name} =`, and a key with or without quotes. */
const ASSIGNMENT =
  /(?:\$(?:\w+:)?|\$\{(?:\w+:)?|['"])?([A-Za-z_][\w.-]*)(?:\}|['"])?[ \t]*(\+?=)(?!=)[ \t]*/y;
const VARIABLE = /\$(?:\{(?:\w+:)?([^}\n]{1,100})\}|(?:\w+:)?(\w+))/y;
/** A part of a value, which nobody knows here. */
const MEMBER = /(?:\.[A-Za-z_]\w*|\[[^\]\n]{0,100}\])+/y;
const HERE_STRING = /@(['"])[ \t]*\r?\n/y;
const WORD_END = /[ \t\r\n;|&(){},>]/;
/** The value is the last thing of its statement. */
const VALUE_END = /[ \t]*(?:[\r\n;}),#]|$)/y;

const PRINTING = /^(?:Write-\w+|throw)$/i;

/** How much of a substitution is looked through for its end. */
const MOST_SUBSTITUTED = 1000;

class PowerShellTokenizer {
  readonly commands: ShellCommand[] = [];
  private readonly script: PlacedText;
  private readonly text: string;
  private position = 0;
  private words: InterpolatedText[] = [];
  private redirects: ShellRedirect[] = [];
  private pipeline = 0;
  /** Ends that do not come any more: nobody looks for them again. */
  private readonly missing = new Set<string>();

  constructor(script: PlacedText) {
    this.script = script;
    this.text = script.text;
  }

  run(): void {
    while (this.position < this.text.length) this.step();
    this.endCommand();
  }

  private step(): void {
    if (this.matches(BLANK) || this.skipBlock()) return;
    if (this.matches(LINE_BREAK)) {
      this.endPipeline();
      return;
    }
    const separator = this.matches(SEPARATOR);
    if (separator) {
      // What is printed may stand in brackets.
      if (separator[0] === '(' && this.isPrinting()) return;
      if (separator[0] === '|') this.endCommand();
      else this.endPipeline();
      return;
    }
    if (this.words.length === 0 && (this.matches(TYPE) || this.matches(CALL))) return;
    if (this.words.length === 0 && this.readAssignment()) return;
    const redirect = this.matches(REDIRECT);
    if (redirect) {
      // Into another stream.
      if (redirect[0].includes('&')) return;
      this.matches(BLANK);
      this.redirects.push({ operator: redirect[0].replace(/^[\d*]/, ''), target: this.nextWord() });
    } else this.words.push(this.nextWord());
  }

  /** A comment over several lines. */
  private skipBlock(): boolean {
    if (!this.text.startsWith('<#', this.position)) return false;
    const end = this.find('#>', this.position);
    if (end >= 0) this.position = end + 2;
    return end >= 0;
  }

  private nextWord(): InterpolatedText {
    const start = this.position;
    const builder = new InterpolationBuilder(this.script);
    this.readWord(builder);
    // A character that begins nothing.
    if (this.position === start && start < this.text.length) builder.appendText(start, ++this.position);
    return builder.build(start, this.position);
  }

  private matches(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.position;
    const match = pattern.exec(this.text);
    if (match) this.position += match[0].length;
    return match;
  }

  private isPrinting(): boolean {
    const [first, ...others] = this.words;
    return first !== undefined && others.length === 0 && PRINTING.test(visibleText(first).text);
  }

  private endPipeline(): void {
    this.endCommand();
    this.pipeline++;
  }

  private endCommand(): void {
    const { words, redirects, pipeline } = this;
    if (words.length + redirects.length > 0) this.commands.push({ words, redirects, heredocs: [], pipeline });
    [this.words, this.redirects] = [[], []];
  }

  /** An assignment of one value; of several parts, or of what a command gives, only these are read. */
  private readAssignment(): boolean {
    const start = this.position;
    const match = this.matches(ASSIGNMENT);
    if (!match) return false;
    const [whole, name = '', operator = ''] = match;
    const value = this.position;
    if (!/["'$\d@]/.test(this.text.charAt(value))) return true;
    const builder = new InterpolationBuilder(this.script);
    const nameStart = start + whole.indexOf(name);
    const operatorStart = start + whole.lastIndexOf(operator);
    builder.appendText(nameStart, nameStart + name.length);
    builder.appendText(operatorStart, operatorStart + operator.length);
    this.readWord(builder);
    VALUE_END.lastIndex = this.position;
    if (this.position > value && VALUE_END.test(this.text)) {
      this.words.push(builder.build(nameStart, this.position));
      this.endCommand();
    } else this.position = value;
    return true;
  }

  private readWord(builder: InterpolationBuilder): void {
    if (this.readHereString(builder)) return;
    const start = this.position;
    while (this.position < this.text.length) {
      const character = this.text.charAt(this.position);
      if (WORD_END.test(character) || this.isContinued()) break;
      if (character === "'") this.readSingleQuotes(builder);
      else if (character === '"') this.readDoubleQuotes(builder);
      else if (character === '$') this.readDollar(builder, this.position === start);
      else if (character === '`') this.readEscape(builder);
      else builder.appendText(this.position, ++this.position);
    }
  }

  private isContinued(): boolean {
    return this.text.startsWith('`\n', this.position) || this.text.startsWith('`\r\n', this.position);
  }

  /** `` `n `` and the like stand for no letter. */
  private readEscape(builder: InterpolationBuilder): void {
    const next = this.position + 1;
    if (/[a-z0]/.test(this.text.charAt(next))) builder.appendText(this.position, next);
    else builder.appendText(next, next + 1);
    this.position = next + 1;
  }

  private readSingleQuotes(builder: InterpolationBuilder): void {
    const start = this.position;
    let from = start + 1;
    for (let end = this.find("'", from); end >= 0; end = this.find("'", from)) {
      builder.appendText(from, end);
      if (this.text.charAt(end + 1) !== "'") {
        this.position = end + 1;
        return;
      }
      builder.appendText(end, end + 1);
      from = end + 2;
    }
    // A quote that is not closed is a character like any other.
    if (from === start + 1) builder.appendText(start, from);
    this.position = from;
  }

  private readDoubleQuotes(builder: InterpolationBuilder): void {
    if (this.find('"', this.position + 1) < 0) {
      builder.appendText(this.position, ++this.position);
      return;
    }
    this.position++;
    while (this.position < this.text.length) {
      const character = this.text.charAt(this.position);
      const isDoubled = character === '"' && this.text.charAt(this.position + 1) === '"';
      if (character === '"' && !isDoubled) break;
      if (isDoubled) this.position++;
      if (character === '$') this.readDollar(builder, false);
      else if (character === '`') this.readEscape(builder);
      else builder.appendText(this.position, ++this.position);
    }
    this.position++;
  }

  /** @param hasMembers a word that begins with a variable is an expression; elsewhere a dot is only a dot. */
  private readDollar(builder: InterpolationBuilder, hasMembers: boolean): void {
    const start = this.position;
    if (this.text.startsWith('$(', start)) {
      this.position = this.endOfSubstitution(start + 2);
      this.appendVariable(builder, '', start);
      return;
    }
    const match = this.matches(VARIABLE);
    if (!match) {
      builder.appendText(start, ++this.position);
      return;
    }
    const isPart = hasMembers && this.matches(MEMBER) !== null;
    this.appendVariable(builder, isPart ? '' : (match[1] ?? match[2] ?? ''), start);
  }

  private appendVariable(builder: InterpolationBuilder, name: string, start: number): void {
    const place = spanWithin(this.script, start, this.position);
    builder.appendVariable({ type: 'variable', name, operator: '', span: place });
  }

  private endOfSubstitution(from: number): number {
    let depth = 1;
    const limit = Math.min(this.text.length, from + MOST_SUBSTITUTED);
    for (let position = from; position < limit; position++) {
      const character = this.text.charAt(position);
      if (character === '(') depth++;
      else if (character === ')' && --depth === 0) return position + 1;
    }
    return from;
  }

  /** `@'`, lines, and `'@` at the beginning of one. */
  private readHereString(builder: InterpolationBuilder): boolean {
    HERE_STRING.lastIndex = this.position;
    const match = HERE_STRING.exec(this.text);
    const [opening = '', quote = ''] = match ?? [];
    const start = this.position + opening.length;
    const end = match ? this.find(`\n${quote}@`, start - 1) : -1;
    if (end < 0) return false;
    this.position = start;
    while (quote === '"' && this.position < end) {
      if (this.text.charAt(this.position) === '$') this.readDollar(builder, false);
      else builder.appendText(this.position, ++this.position);
    }
    builder.appendText(this.position, end);
    this.position = end + 3;
    return true;
  }

  private find(what: string, from: number): number {
    if (this.missing.has(what)) return -1;
    const found = this.text.indexOf(what, from);
    if (found < 0) this.missing.add(what);
    return found;
  }
}
