import type { TextEdit } from '../../text/edit.ts';
import { type Span, span } from '../../text/span.ts';
import { lineAround, removeLines } from '../lines.ts';
import type { Remove } from './removal.ts';

/** An option that names the registry for one command, or a whole command that does nothing but set it. */
export const removeFromShell: Remove = (text, { span: place }) => {
  const command = commandAround(text, place);
  const words = text.slice(command.start, command.end);
  const edit = isSetting(words, text.slice(place.start, place.end))
    ? removeCommand(text, command)
    : removeOption(text, place, words);
  return edit && [edit];
};

/** Options that only say where to fetch from. */
const OPTION =
  /(?<!\s)(\s+)(?:--registry|--index-url|--extra-index-url|--default-index|--trusted-host|-i)(?:=|[ \t]+)["']?$/;

function removeOption(text: string, place: Span, words: string): TextEdit | undefined {
  const before = text.slice(Math.max(0, place.start - 400), place.start);
  const option = OPTION.exec(before);
  if (!option || (/\s-i[ \t=]*["']?$/.test(before) && !/\b(?:pip|uv)/.test(words))) return undefined;
  const [whole, blanks = ''] = option;
  const start = place.start - whole.length;
  const end = place.end + (/["']/.test(text[place.end] ?? '') && /["']$/.test(whole) ? 1 : 0);
  if (!/[\r\n]/.test(blanks)) return { span: span(start, end), newText: '' };
  // The option has a line of its own in a command that goes on: the line goes, and one continuation with it.
  const onward = /^[ \t]*[\\`](?:\r\n|\r|\n)[ \t]*/.exec(text.slice(end, end + 400))?.[0];
  if (onward !== undefined) return { span: span(start + blanks.length, end + onward.length), newText: '' };
  const continuation = /(?<![ \t])[ \t]*[\\`]$/.exec(text.slice(Math.max(0, start - 400), start))?.[0];
  return continuation === undefined
    ? undefined
    : { span: span(start - continuation.length, end), newText: '' };
}

/** Commands that set a registry and do nothing else. */
const SETTINGS: readonly RegExp[] = [
  /^(?:sudo\s+)?(?:npm|pnpm|yarn)\s+config\s+set\s/,
  /^(?:sudo\s+)?(?:python[0-9.]*\s+-m\s+)?pip[0-9.]*\s+config\s+(?:--\w+\s+)?set\s/,
  /^(?:sudo\s+)?bundle\s+config\s/,
  /^(?:sudo\s+)?composer\s+config\s/,
  /^(?:sudo\s+)?gem\s+sources?\s/,
  /^(?:export|setx)\s+\w+(?:=|\s)/,
];

/** A list of package sources is rewritten; the image's or system's own list is what is left without that. */
const REWRITES_SOURCES = /^(?:sudo\s+)?sed\s[^|>]*\s\/etc\/(?:apt|apk|yum\.repos\.d|zypp)\b/s;

function isSetting(words: string, host: string): boolean {
  const bare = unquoted(words);
  if (/[|>`]|\$\(/.test(bare)) return false;
  if (SETTINGS.some(setting => setting.test(words))) return true;
  const scripts = scriptsOf(words);
  return REWRITES_SOURCES.test(bare) && scripts.every(script => script.includes(host) || LISTS.test(script));
}

function unquoted(words: string): string {
  return words.replace(/'[^']*'|"[^"]*"/g, '_');
}

/** Other substitutions of the same rewriting: the mirror instead of the list of mirrors. */
const LISTS = /mirrorlist|metalink|baseurl/;

/** The quoted words of a sed command; the whole command when it quotes nothing and has one substitution. */
function scriptsOf(words: string): readonly string[] {
  const quoted = words.match(/'[^']*'|"[^"]*"/g);
  if (quoted) return quoted.flatMap(word => word.split(/;(?=s\W)/));
  const isSingle = (words.match(/(?<![\w.-])s([@|#,:/])/g)?.length ?? 0) === 1;
  return isSingle ? [words] : [''];
}

/** A simple command: from its first word to the end of its last. */
interface Command extends Span {
  /** From behind the separator before it to before the one behind it. */
  readonly before: Separator;
  readonly after: Separator;
}

/** What stands between two commands; `text` is empty at an end of the script. */
interface Separator extends Span {
  readonly text: '&&' | ';' | '';
}

/** Between commands: `&&`, `;` beside a blank, or the end of a line that does not go on. */
const SEPARATOR = /&&|;(?=\s)|(?<=\s);|(?<![\\`][ \t]*)(?:\r\n|\r|\n)/g;
const MAX_COMMAND = 4000;

function commandAround(text: string, place: Span): Command {
  const from = Math.max(0, place.start - MAX_COMMAND);
  const earlier = [...text.slice(from, place.start).matchAll(SEPARATOR)].at(-1);
  const before = separator(earlier, from, from);
  const until = Math.min(text.length, place.end + MAX_COMMAND);
  const [later] = text.slice(place.end, until).matchAll(SEPARATOR);
  const after = separator(later, place.end, until);
  // An instruction's or key's own words come before the first command of a line.
  const head = before.text === '' ? (HEAD.exec(text.slice(before.end, place.start))?.[0].length ?? 0) : 0;
  const start =
    before.end + head + (BLANKS.exec(text.slice(before.end + head, place.start))?.[0].length ?? 0);
  const words = text.slice(start, after.start);
  const closing = /(?<!["'\]\s\\`])["'\]\s\\`]*$/.exec(words.slice(place.end - start))?.[0].length ?? 0;
  return { start, end: after.start - closing, before, after };
}

const BLANKS = /^(?:\s|[\\`](?=\r|\n))*/;
const HEAD =
  /^[ \t]*(?:(?:ONBUILD[ \t]+)?RUN[ \t]+(?:--\S+[ \t]+)*|[^\n]*?["'](?=\w+ )|[^\n"']*?:[ \t]+(?=\w+ )|-[ \t]+)?/i;

function separator(match: RegExpMatchArray | undefined, offset: number, end: number): Separator {
  if (match?.index === undefined) return { start: end, end, text: '' };
  const start = offset + match.index;
  const written = match[0];
  return { start, end: start + written.length, text: written === '&&' || written === ';' ? written : '' };
}

function removeCommand(text: string, command: Command): TextEdit | undefined {
  const { start, end, before, after } = command;
  const next = after.end + (BLANKS.exec(text.slice(after.end, after.end + MAX_COMMAND))?.[0].length ?? 0);
  if (isFirstInBlock(text, start) && isClosedBehindSettings(text, next))
    return { span: span(start, end), newText: ':' };
  if (before.text !== '' && (after.text === '' || (before.text === '&&' && after.text === ';'))) {
    const blanks = /(?:\s|[\\`](?=\r|\n))*$/.exec(text.slice(0, before.start).slice(-400))?.[0].length ?? 0;
    return { span: span(before.start - blanks, end), newText: '' };
  }
  if (after.text !== '') return { span: span(...wholeLines(text, start, next)), newText: '' };
  const head = text.slice(before.end, start);
  return /^\s*(?:(?:ONBUILD[ \t]+)?RUN[ \t]+)?$/i.test(head) && text.slice(end, after.start).trim() === ''
    ? removeLines(text, start, end)
    : undefined;
}

/** From line to line where both begin one: what comes next keeps its indentation. */
function wholeLines(text: string, start: number, next: number): [number, number] {
  const [from, to] = [lineAround(text, start).start, lineAround(text, next).start];
  const areFirst = text.slice(from, start).trim() === '' && text.slice(to, next).trim() === '';
  return areFirst && from < to ? [from, to] : [start, next];
}

/** Is there nothing but blanks, continuations and comments between what begins a block and `offset`? */
function isFirstInBlock(text: string, offset: number): boolean {
  const lines = text.slice(Math.max(0, offset - MAX_COMMAND), offset).split('\n');
  while (lines.length > 1 && /^\s*(?:#|$)/.test(lines.at(-1) ?? '')) lines.pop();
  const last = (lines.at(-1) ?? '').trimEnd().replace(/[\\`]$/, '');
  return OPENING.test(last.trimEnd());
}

const OPENING = /(?<![\w-])(?:then|do|else)$|(?<![$\w])[{(]$/;
const CLOSING = /^(?:(?:fi|else|elif|done)(?![\w-])|[})])/;
const MAX_SETTINGS = 20;

/** Does the block end at `offset`, or after commands that may all be taken away? No shell takes an empty one. */
function isClosedBehindSettings(text: string, offset: number): boolean {
  let at = offset;
  for (let count = 0; count < MAX_SETTINGS; count++) {
    const rest = text.slice(at, at + MAX_COMMAND);
    if (CLOSING.test(rest)) return true;
    const [later] = rest.matchAll(SEPARATOR);
    if (!later) return false;
    const words = rest.slice(0, later.index);
    if (!SETTINGS.some(setting => setting.test(words)) && !REWRITES_SOURCES.test(unquoted(words)))
      return false;
    const behind = later.index + later[0].length;
    at += behind + (BLANKS.exec(rest.slice(behind))?.[0].length ?? 0);
  }
  return false;
}
