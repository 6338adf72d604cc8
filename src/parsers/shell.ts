import type { InterpolatedText } from './interpolation.ts';
import { LastLines } from './last-lines.ts';
import { type PlacedText, slicePlaced } from './placed-text.ts';
import { type Lookahead, makeLookahead, type ReadWord, readWord, type WordRules } from './shell-word.ts';

/** One simple command (https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_09_01). */
export interface ShellCommand {
  /** The command's name and its arguments; `NAME=value` words before the name are the first. */
  readonly words: readonly InterpolatedText[];
  readonly redirects: readonly ShellRedirect[];
  /** What here-documents feed into it. */
  readonly heredocs: readonly ShellHeredoc[];
  /** Commands that are joined by pipes have the same number. */
  readonly pipeline: number;
}

export interface ShellRedirect {
  /** `>`, `>>`, `<`, … without a file descriptor. */
  readonly operator: string;
  readonly target: InterpolatedText;
}

export interface ShellHeredoc {
  readonly body: PlacedText;
  /** The delimiter was quoted: variables are not replaced. */
  readonly isLiteral: boolean;
}

/**
 * Splits shell text into simple commands, also those in substitutions and here-documents' headers. Tolerant: what
 * is not understood is a word. Never throws, linear.
 */
export function parseShell(script: PlacedText): ShellCommand[] {
  const tokenizer = new ShellTokenizer(script, 0, script.text.length, makeLookahead(), 0, { last: 0 });
  tokenizer.run();
  return tokenizer.commands;
}

const SHELL_WORDS: WordRules = {
  escape: '\\',
  substitutions: true,
  isEnd: character => WORD_ENDS.has(character),
};
const WORD_ENDS = new Set(' \t\r\n;&|<>()');

/** Commands in substitutions in commands in …: deeper than anybody writes. */
const MAX_SUBSTITUTION_DEPTH = 5;

/** Words that stand before a command and are not its name. */
const KEYWORDS = new Set([
  'if',
  'then',
  'elif',
  'else',
  'while',
  'until',
  'do',
  'done',
  'fi',
  'esac',
  '!',
  '{',
  '}',
  'time',
]);

const OPERATOR = /;;&?|;&?|&&|\|\||\|&|\||&(?!>)|[()]|\r?\n/y;
const REDIRECT = /\d*(?:<<<|<<-?|>>|>\||[<>]&?|&>>?)/y;

interface PendingHeredoc {
  readonly delimiter: string;
  readonly isLiteral: boolean;
  readonly into: ShellHeredoc[];
}

interface OpenCommand {
  readonly words: InterpolatedText[];
  readonly redirects: ShellRedirect[];
  readonly heredocs: ShellHeredoc[];
}

class ShellTokenizer {
  readonly commands: ShellCommand[] = [];
  private readonly script: PlacedText;
  private readonly text: string;
  private position: number;
  private readonly limit: number;
  private readonly lookahead: Lookahead;
  private readonly depth: number;
  private readonly pipelines: { last: number };
  private pipeline: number;
  private command: OpenCommand = newCommand();
  private pendingHeredocs: PendingHeredoc[] = [];
  private lastLines: LastLines | undefined;

  constructor(
    script: PlacedText,
    start: number,
    limit: number,
    lookahead: Lookahead,
    depth: number,
    pipelines: { last: number },
  ) {
    this.script = script;
    this.text = script.text;
    this.position = start;
    this.limit = limit;
    this.lookahead = lookahead;
    this.depth = depth;
    this.pipelines = pipelines;
    this.pipeline = ++pipelines.last;
  }

  run(): void {
    while (this.position < this.limit) this.step();
    this.endCommand();
  }

  private step(): void {
    if (this.skipBlank()) return;
    const redirect = this.match(REDIRECT);
    if (redirect !== undefined) this.readRedirect(redirect);
    else if (!this.readOperator()) this.readArgument();
  }

  /** Blanks, line continuations, and comments, which begin where a word could. */
  private skipBlank(): boolean {
    const blank = this.match(BLANK);
    if (this.text[this.position] !== '#' || this.position >= this.limit) return blank !== undefined;
    const lineEnd = this.text.indexOf('\n', this.position);
    this.position = lineEnd < 0 ? this.limit : Math.min(lineEnd, this.limit);
    return true;
  }

  private readOperator(): boolean {
    const operator = this.match(OPERATOR);
    if (operator === undefined) return false;
    this.endCommand();
    if (!operator.startsWith('|') || operator === '||') this.pipeline = ++this.pipelines.last;
    if (operator.endsWith('\n')) this.readHeredocs();
    return true;
  }

  private readArgument(): void {
    const { word } = this.read();
    const isKeyword = this.command.words.length === 0 && KEYWORDS.has(plainText(word));
    if (!isKeyword && word.parts.length > 0) this.command.words.push(word);
  }

  private readRedirect(operator: string): void {
    this.match(BLANK);
    const start = this.position;
    const { word } = this.read();
    const kind = operator.replace(/^\d+/, '');
    if (kind === '<<' || kind === '<<-') {
      const isLiteral = /["'\\]/.test(this.text.slice(start, this.position));
      this.pendingHeredocs.push({ delimiter: plainText(word), isLiteral, into: this.command.heredocs });
    } else if (word.parts.length > 0) {
      this.command.redirects.push({ operator: kind, target: word });
    }
  }

  private read(): ReadWord {
    const found = readWord(this.script, this.position, this.limit, SHELL_WORDS, this.lookahead);
    // A character that ends words but is no operator here would be read forever.
    this.position = Math.max(found.end, found.end === this.position ? this.position + 1 : 0);
    for (const { start, end } of found.commands) this.readSubstitution(start, end);
    return found;
  }

  private readSubstitution(start: number, end: number): void {
    if (this.depth >= MAX_SUBSTITUTION_DEPTH) return;
    const inner = new ShellTokenizer(this.script, start, end, this.lookahead, this.depth + 1, this.pipelines);
    inner.run();
    for (const command of inner.commands) this.commands.push(command);
  }

  private endCommand(): void {
    const { words, redirects, heredocs } = this.command;
    const isFed = this.pendingHeredocs.some(({ into }) => into === heredocs);
    if (words.length > 0 || redirects.length > 0 || isFed) {
      this.commands.push({ words, redirects, heredocs, pipeline: this.pipeline });
    }
    this.command = newCommand();
  }

  /** At a line's start: the bodies of the here-documents that the line before began. */
  private readHeredocs(): void {
    // In a substitution the end could be anywhere in the script: only the script's own are read.
    for (const heredoc of this.depth === 0 ? this.pendingHeredocs : []) {
      const body = this.heredocBody(heredoc.delimiter);
      if (!body) continue;
      heredoc.into.push({ body, isLiteral: heredoc.isLiteral });
    }
    this.pendingHeredocs = [];
  }

  /** @returns `undefined` when no line ends the body: then it is read as commands. */
  private heredocBody(delimiter: string): PlacedText | undefined {
    this.lastLines ??= new LastLines(this.text);
    if (this.lastLines.startOf(delimiter) < this.position) return undefined;
    const { bodyEnd, end } = this.lastLines.findLine(delimiter, this.position);
    const body = slicePlaced(this.script, this.position, bodyEnd);
    this.position = Math.min(end, this.limit);
    return body;
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.position;
    const found = pattern.exec(this.text)?.[0];
    if (found === undefined || found === '') return undefined;
    this.position += found.length;
    return found;
  }
}

const BLANK = /(?:[ \t]|\r(?!\n)|\\\r?\n)+/y;

function newCommand(): OpenCommand {
  return { words: [], redirects: [], heredocs: [] };
}

/** The word's text when it has no variables. */
function plainText(word: InterpolatedText): string {
  const [only] = word.parts;
  return word.parts.length === 1 && only?.type === 'text' ? only.text.text : '';
}
