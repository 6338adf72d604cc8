import { type Hover, MarkupKind } from 'vscode-languageserver';
import { findingHover } from '../report/hover.ts';
import type { Source } from '../text/source.ts';
import type { Mark } from './marks.ts';
import { rangeOf, touches } from './ranges.ts';

/**
 * The explanation of what stands at `offset`: of each finding once, though it may be there in several roles. The range is
 * that of the shortest mark.
 */
export function hoverAt(source: Source, marks: readonly Mark[], offset: number): Hover | null {
  const at = { start: offset, end: offset };
  const here = marks.filter(mark => touches(mark.span, at)).sort(compareLengths);
  const [first] = here;
  if (!first) return null;
  const texts = new Set(here.flatMap(explanation));
  if (texts.size === 0) return null;
  return {
    contents: { kind: MarkupKind.Markdown, value: [...texts].join('\n\n---\n\n') },
    range: rangeOf(source, first.span),
  };
}

function compareLengths(a: Mark, b: Mark): number {
  return a.span.end - a.span.start - (b.span.end - b.span.start);
}

function explanation({ finding, checked: { catalog, ruleset } }: Mark): string[] {
  return catalog ? [findingHover(finding, { facts: catalog, ruleset })] : [];
}
