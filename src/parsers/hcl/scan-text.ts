import { addWriting, matchAt, openFrame, type Scan, skipTo } from './scan.ts';

/** One step inside a quoted string. */
export function scanString(scan: Scan): void {
  const start = scan.at;
  const character = skipTo(scan.patterns.string, scan);
  switch (character) {
    case '"':
      addWriting(scan, start);
      scan.at++;
      scan.frames.pop();
      break;
    case '\n':
      addWriting(scan, start);
      scan.unclosedStrings.push(scan.at);
      scan.frames.pop();
      break;
    case '\\':
      // A line break cannot be escaped.
      scan.at += scan.text[scan.at + 1] === '\n' ? 1 : 2;
      addWriting(scan, start);
      break;
    default:
      scanTemplateMark(scan, start, character);
  }
}

/** One step inside a heredoc, at most to the end of the line. */
export function scanHeredoc(scan: Scan, terminator: string): void {
  const start = scan.at;
  const character = skipTo(scan.patterns.heredoc, scan);
  if (character !== '\n') {
    scanTemplateMark(scan, start, character);
    return;
  }
  addWriting(scan, start);
  scan.at++;
  if (endsHeredoc(scan, terminator)) scan.frames.pop();
}

/** The position is at `<`: enters a heredoc if one begins there. */
export function scanHeredocStart(scan: Scan): void {
  const match = matchAt(scan.patterns.heredocStart, scan);
  const terminator = match?.[1];
  if (!match || terminator === undefined || !isTerminated(scan, terminator)) {
    scan.at++;
    return;
  }
  scan.at += match[0].length;
  openFrame(scan, { type: 'heredoc', terminator });
  if (endsHeredoc(scan, terminator)) scan.frames.pop();
}

/** A heredoc that never ends is half-typed: its first line is read as code, so that it does not swallow the rest. */
function isTerminated(scan: Scan, terminator: string): boolean {
  scan.terminators ??= findTerminators(scan.text);
  return (scan.terminators.get(terminator) ?? -1) > scan.at;
}

function findTerminators(text: string): Map<string, number> {
  const lines = new Map<string, number>();
  for (const match of text.matchAll(/^[ \t]*([\p{L}_][\p{L}\p{N}_-]*)[ \t]*\r?$/gmu)) {
    if (match[1] !== undefined) lines.set(match[1], match.index);
  }
  return lines;
}

/** The position is the start of a line; when it is the terminator's, moves behind the terminator. */
function endsHeredoc(scan: Scan, terminator: string): boolean {
  let start = scan.at;
  while (scan.text[start] === ' ' || scan.text[start] === '\t') start++;
  if (!scan.text.startsWith(terminator, start)) return false;
  let end = start + terminator.length;
  while (scan.text[end] === ' ' || scan.text[end] === '\t' || scan.text[end] === '\r') end++;
  if (end < scan.text.length && scan.text[end] !== '\n') return false;
  scan.at = start + terminator.length;
  return true;
}

/**
 * `${` and `%{` open code, `$${` and `%%{` are written text.
 * @param start where the text before the mark begins
 * @param mark `$`, `%` or, at the end of the file, nothing
 */
function scanTemplateMark(scan: Scan, start: number, mark: string): void {
  if (mark !== '' && scan.text[scan.at + 1] === '{') {
    addWriting(scan, start);
    scan.at += 2;
    openFrame(scan, { type: 'code', outerDepth: scan.depth });
    return;
  }
  const isEscape = mark !== '' && scan.text.startsWith(`${mark}{`, scan.at + 1);
  scan.at += isEscape ? 3 : mark.length;
  addWriting(scan, start);
}
