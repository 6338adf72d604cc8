import { type Hover, MarkupKind, type Position } from 'vscode-languageserver';
import { findingHover } from '../../report/documents/hover.ts';
import type { Language } from '../../report/language.ts';
import type { Source } from '../../text/source.ts';
import type { Mark } from '../documents/marks.ts';
import { rangeOf, touches } from '../documents/ranges.ts';
import { nextStepsAt } from './next-steps.ts';

/** What hovers depend on besides the findings. */
export interface HoverContext {
  /** The document that is hovered over. */
  readonly uri: string;
  readonly language: Language;
  /** The reader's day, `YYYY-MM-DD`. */
  readonly today: string;
  /** Links can run the extension's commands. */
  readonly commandLinks: boolean;
}

/**
 * The explanation of what stands at `position`: of each finding once, though it may be there in several roles. The range
 * is that of the shortest mark.
 */
export function hoverAt(
  source: Source,
  marks: readonly Mark[],
  position: Position,
  context: HoverContext,
): Hover | null {
  const offset = source.lines.offsetAt(position);
  const at = { start: offset, end: offset };
  const here = marks.filter(mark => touches(mark.span, at)).sort(compareLengths);
  const [first] = here;
  if (!first) return null;
  const texts = new Set(here.flatMap(mark => explanation(mark, position, context)));
  if (texts.size === 0) return null;
  return {
    contents: { kind: MarkupKind.Markdown, value: [...texts].join('\n\n---\n\n') },
    range: rangeOf(source, first.span),
  };
}

function compareLengths(a: Mark, b: Mark): number {
  return a.span.end - a.span.start - (b.span.end - b.span.start);
}

function explanation(
  { finding, checked: { catalog, ruleset } }: Mark,
  position: Position,
  { uri, language, today, commandLinks }: HoverContext,
): string[] {
  if (!catalog) return [];
  const steps = commandLinks ? nextStepsAt({ uri, position }, catalog, language) : undefined;
  return [findingHover(finding, { facts: catalog, ruleset, language, today }, steps)];
}
