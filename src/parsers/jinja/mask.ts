import { blank, MARK, markOf, withEmptyBlockStarts, withoutMarks } from '../marks.ts';
import type { PlacedText } from '../placed-text.ts';
import { spanWithin } from '../tree.ts';
import { TAG } from './text.ts';

/**
 * A template as the YAML that it becomes, near enough to be parsed, with every character in its place: comments, and
 * statements that have lines to themselves, are blank; all else of the template's syntax is marks.
 */
export function jinjaAsYaml(text: string): string {
  const withoutLines = withoutMarks(text).replace(COMMENT, blank).replace(STATEMENT_LINE, blank);
  return withEmptyBlockStarts(withoutLines.replace(TAG, written => markOf(written.length)));
}

const COMMENT = /\{#(?:(?!#\}|\{#)[\s\S]){0,1000}#\}/g;

/** Nothing but statements on it. */
const STATEMENT_LINE = /^[ \t]*(?:\{%(?:(?!%\}|\{%)[^\n]){0,500}%\}[ \t]*)+\r?$/gm;

/** A part of the masked text with the template's syntax in the place of marks. */
export function unmasked(masked: PlacedText, text: string): PlacedText {
  const written = masked.text.replace(MARK, (mark, index: number) => {
    const { start } = spanWithin(masked, index, index + 1);
    return text.slice(start, start + mark.length);
  });
  return { text: written, span: masked.span, ...(masked.pieces && { pieces: masked.pieces }) };
}
