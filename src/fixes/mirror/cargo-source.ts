import type { TextEdit } from '../../text/edit.ts';
import { type Span, span } from '../../text/span.ts';
import type { Remove } from './removal.ts';

/**
 * Cargo's source replacement: the section that names the mirror goes, and whatever says `replace-with` its name
 * (https://doc.rust-lang.org/cargo/reference/source-replacement.html).
 */
export const removeSourceReplacement: Remove = (text, written) => {
  const sections = sectionsOf(text);
  const own = sections.find(({ start, end }) => start <= written.span.start && written.span.start < end);
  if (own?.name === undefined) return undefined;
  const replaced = sections.filter(section => replacementIn(text, section)?.name === own.name);
  return [{ span: own, newText: '' }, ...replaced.map(section => withoutReplacement(text, section))];
};

const REPLACE_WITH = /^[ \t]*replace-with[ \t]*=[ \t]*["']([^"'\r\n]+)["'][^\r\n]*(?:\r\n|\r|\n|$)/m;

interface Section extends Span {
  /** Of a `[source.name]`. */
  readonly name: string | undefined;
}

/** From each table's header to the next one. */
function sectionsOf(text: string): Section[] {
  const headers = [...text.matchAll(/^[ \t]*\[{1,2}([^[\]\r\n]+)\]{1,2}/gm)];
  return headers.map((header, index) => ({
    start: header.index,
    end: headers[index + 1]?.index ?? text.length,
    name: /^source\.["']?([^"']+)["']?$/.exec(header[1]?.trim() ?? '')?.[1],
  }));
}

function replacementIn(text: string, { start, end }: Span): { name: string; line: Span } | undefined {
  const match = REPLACE_WITH.exec(text.slice(start, end));
  if (!match) return undefined;
  const at = start + match.index;
  return { name: match[1] ?? '', line: span(at, at + match[0].length) };
}

/** The whole section when it says nothing else. */
function withoutReplacement(text: string, section: Section): TextEdit {
  const { line } = replacementIn(text, section) ?? { line: section };
  const header = text.indexOf('\n', section.start);
  const others = text.slice(header, line.start) + text.slice(line.end, section.end);
  return { span: others.trim() === '' ? span(section.start, section.end) : line, newText: '' };
}
