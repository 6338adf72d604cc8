import { type Span, span } from '../text/span.ts';
import { linesOf } from './lines.ts';
import { type PlacedText, PlacedTextBuilder } from './placed-text.ts';

export interface PropertiesFile {
  readonly entries: readonly Property[];
  /** Comments on lines of their own. */
  readonly comments: readonly Span[];
}

export interface Property {
  readonly key: string;
  readonly keySpan: Span;
  /** With `\:` and the like decoded, continuation lines joined. */
  readonly value: PlacedText;
}

/**
 * Reads a Java properties file
 * (https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/util/Properties.html#load(java.io.Reader)). Never throws.
 */
export function parseProperties(text: string): PropertiesFile {
  const entries: Property[] = [];
  const comments: Span[] = [];
  let open:
    | {
        readonly key: string;
        readonly keySpan: Span;
        readonly value: PlacedTextBuilder;
        start: number;
        end: number;
      }
    | undefined;
  const finish = () => {
    if (open)
      entries.push({
        key: open.key,
        keySpan: open.keySpan,
        value: open.value.build(span(open.start, open.end)),
      });
    open = undefined;
  };
  for (const line of linesOf(text)) {
    // An empty line ends a value that would go on.
    if (open && EMPTY_LINE.test(text.slice(open.end, line.start))) finish();
    const goesOn = /(?:^|[^\\])(?:\\\\)*\\$/.test(line.text);
    const end = goesOn ? line.end - 1 : line.end;
    if (open) {
      appendUnescaped(open.value, text, line.start, end);
      open.end = end;
    } else if (/^[#!]/.test(line.text)) {
      comments.push(line);
      continue;
    } else {
      const key = KEY.exec(line.text)?.[0] ?? '';
      const keySpan = span(line.start, line.start + key.length);
      const separator = SEPARATOR.exec(line.text.slice(key.length))?.[0] ?? '';
      const start = Math.min(keySpan.end + separator.length, end);
      open = { key: key.replace(/\\(.)/g, '$1'), keySpan, value: new PlacedTextBuilder(), start, end };
      appendUnescaped(open.value, text, start, end);
    }
    if (!goesOn) finish();
  }
  finish();
  return { entries, comments };
}

const EMPTY_LINE = /(?:\r\n|\r|\n)[ \t\f]*(?:\r\n|\r|\n)/;
const KEY = /^(?:[^\s:=\\]|\\.)*/;
const SEPARATOR = /^[ \t]*[:=]?[ \t]*/;

function appendUnescaped(builder: PlacedTextBuilder, text: string, start: number, end: number): void {
  let runStart = start;
  for (let position = start; position < end; position++) {
    if (text[position] !== '\\' || position + 1 >= end) continue;
    builder.append(text.slice(runStart, position), span(runStart, position));
    builder.append(text.charAt(position + 1), span(position, position + 2));
    runStart = ++position + 1;
  }
  builder.append(text.slice(runStart, end), span(runStart, end));
}
