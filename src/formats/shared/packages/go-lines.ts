import { type PlacedText, placedSlice } from '../../../parsers/placed-text.ts';
import { type Span, span } from '../../../text/span.ts';

/** One directive of `go.mod` or `go.work`: a line alone or in a block. */
export interface GoDirective {
  /** `require`, `replace`, …. */
  readonly verb: string;
  /** What follows, without quotes. */
  readonly words: readonly PlacedText[];
  /** The comment behind it, with its slashes; empty when there is none. */
  readonly comment: string;
  /** The words' line without the comment. */
  readonly span: Span;
}

export interface GoFile {
  readonly directives: readonly GoDirective[];
  readonly comments: readonly Span[];
  /** Blocks with brackets, and lines: what a comment above can be about. */
  readonly blocks: readonly Span[];
}

/** Reads the lines of `go.mod` and `go.work` (https://go.dev/ref/mod#go-mod-file-lexical). Never throws. */
export function readGoFile(text: string): GoFile {
  const directives: GoDirective[] = [];
  const comments: Span[] = [];
  const blocks: { start: number; end: number }[] = [];
  let block: { readonly verb: string; readonly place: { start: number; end: number } } | undefined;
  for (const line of text.matchAll(/[^\r\n]+/g)) {
    const { words, commentStart } = wordsOf(text, line.index, line.index + line[0].length);
    const lineEnd = line.index + line[0].length;
    if (commentStart !== undefined) comments.push(span(commentStart, lineEnd));
    const [first, ...rest] = words;
    const last = words.at(-1);
    if (!first || !last) continue;
    const place = { start: first.span.start, end: last.span.end };
    // A bracket that is not closed yet: what is in a block is indented.
    if (first.span.start === line.index && VERBS.has(first.text)) block = undefined;
    if (block) block.place.end = place.end;
    if (first.text === ')') block = undefined;
    else if (last.text === '(') {
      block = { verb: first.text, place };
      blocks.push(place);
    } else {
      const comment = commentStart === undefined ? '' : text.slice(commentStart, lineEnd);
      blocks.push(place);
      directives.push({
        verb: block?.verb ?? first.text,
        words: block ? words : rest,
        comment,
        span: place,
      });
    }
  }
  return { directives, comments, blocks };
}

const VERBS = new Set([
  ...[
    'module',
    'go',
    'toolchain',
    'godebug',
    'require',
    'exclude',
    'replace',
    'retract',
    'tool',
    'ignore',
    'use',
  ],
]);

function wordsOf(
  text: string,
  start: number,
  end: number,
): { readonly words: PlacedText[]; readonly commentStart?: number } {
  const words: PlacedText[] = [];
  const word = new RegExp(WORD, 'y');
  word.lastIndex = start;
  while (word.lastIndex < end) {
    const match = word.exec(text);
    if (!match || match.index + match[0].length > end) break;
    if (match[1] !== undefined) return { words, commentStart: match.index };
    const quoted = match[2] ?? match[3];
    const from = quoted === undefined ? match.index : match.index + 1;
    const length = quoted?.length ?? match[0].length;
    if (match[4] === undefined) words.push(placedSlice(text, span(from, from + length)));
  }
  return { words };
}

/** A comment, a quoted word, blanks, or anything else up to a blank; a bracket is a word of its own. */
const WORD = /(\/\/)|"([^"\r\n]*)"|`([^`\r\n]*)`|([ \t\u00a0\f\v]+)|[()]|(?:(?!\/\/)[^\s()\u00a0])+|./;
