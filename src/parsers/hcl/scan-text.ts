import { BACKSLASH, LINE_FEED, marks, OPEN_BRACE, QUOTE, skipTo } from './characters.ts';
import { endOfTerminator, heredocAt, lastTerminators } from './heredoc.ts';
import { addWriting, type Scan } from './scan.ts';

/** One step inside a quoted string: to its end, or into a template. */
export function scanString(scan: Scan): void {
  const { text } = scan;
  const start = scan.at;
  scan.at = skipTo(STRING_MARKS, text, start, text.length);
  switch (text.charCodeAt(scan.at)) {
    case QUOTE:
      addWriting(scan, start);
      scan.at++;
      scan.frames.pop();
      break;
    case LINE_FEED:
      addWriting(scan, start);
      scan.frames.pop();
      break;
    case BACKSLASH:
      // A line break cannot be escaped.
      scan.at += text.charCodeAt(scan.at + 1) === LINE_FEED ? 1 : 2;
      addWriting(scan, start);
      break;
    default:
      scanTemplateMark(scan, start);
  }
}

const STRING_MARKS = marks('"\\$%\n');

/** One step inside a heredoc, at most to the end of the line. */
export function scanHeredoc(scan: Scan, terminator: string): void {
  const { text } = scan;
  const start = scan.at;
  scan.at = skipTo(HEREDOC_MARKS, text, start, text.length);
  if (text.charCodeAt(scan.at) !== LINE_FEED) {
    scanTemplateMark(scan, start);
    return;
  }
  addWriting(scan, start);
  scan.at++;
  endHeredoc(scan, terminator);
}

const HEREDOC_MARKS = marks('$%\n');

/** The position is at `<`: enters a heredoc if one begins there. */
export function scanHeredocStart(scan: Scan): void {
  const start = heredocAt(scan.text, scan.at, scan.text.length);
  if (!start || !isTerminated(scan, start.terminator)) {
    scan.at++;
    return;
  }
  scan.at = start.contents;
  scan.frames.push({ type: 'heredoc', terminator: start.terminator });
  endHeredoc(scan, start.terminator);
}

/** A heredoc that never ends is half-typed: its first line is read as code, so that it does not swallow the rest. */
function isTerminated(scan: Scan, terminator: string): boolean {
  scan.terminators ??= lastTerminators(scan.text, 0, scan.text.length);
  return (scan.terminators.get(terminator) ?? -1) > scan.at;
}

/** The position is the start of a line; when it is the terminator's, moves behind the terminator. */
function endHeredoc(scan: Scan, terminator: string): void {
  const end = endOfTerminator(scan.text, scan.at, scan.text.length, terminator);
  if (end < 0) return;
  scan.at = end;
  scan.frames.pop();
}

/**
 * `${` and `%{` open code, `$${` and `%%{` are written text. The position is at the mark or at the end of the text.
 * @param start where the text before the mark begins
 */
function scanTemplateMark(scan: Scan, start: number): void {
  const { text, at } = scan;
  if (text.charCodeAt(at + 1) === OPEN_BRACE) {
    addWriting(scan, start);
    scan.at += 2;
    scan.frames.push({ type: 'code', outerDepth: scan.depth });
    return;
  }
  const isEscape = text.charCodeAt(at) === text.charCodeAt(at + 1) && text.charCodeAt(at + 2) === OPEN_BRACE;
  scan.at += isEscape ? 3 : 1;
  addWriting(scan, start);
}
