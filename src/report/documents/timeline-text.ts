import { textWidth } from '../text/display-width.ts';
import type { Style } from '../text/style.ts';
import type { Timeline } from './document.ts';
import { layoutTimeline } from './timeline.ts';

/** Columns that the line of time takes when the terminal has no width. */
const WIDTH_WITHOUT_TERMINAL = 100;
const LEAST_WIDTH = 30;

/** The timeline in characters: a row of years, and below it each lane with its acts' numbers at their dates. */
export function timelineRows(timeline: Timeline, style: Style): string[] {
  const labelWidth = Math.max(0, ...timeline.lanes.map(({ name }) => textWidth(name))) + 4;
  const width = Math.max(LEAST_WIDTH, (style.width ?? WIDTH_WITHOUT_TERMINAL) - labelWidth - 4);
  // A number of up to three digits needs a column between it and the next.
  const layout = layoutTimeline(timeline, 0, width - 4, 4);
  const years = layout.years.map(({ year, x }) => ({ text: String(year), column: Math.round(x) }));
  const rows = layout.lanes.flatMap(({ name, top, rows: count }) =>
    Array.from({ length: count }, (_, index) => {
      const marks = layout.marks
        .filter(mark => mark.row === top + index)
        .map(({ number, x }) => ({ text: String(number), column: Math.round(x) }));
      const label = index === 0 ? name : '';
      return `  ${style.dim(label + ' '.repeat(labelWidth - 2 - textWidth(label)))}${placedText(marks)}`;
    }),
  );
  return [' '.repeat(labelWidth) + style.dim(placedText(years)), ...rows];
}

/** Texts at their columns; one that would run into the one before it is left out. */
function placedText(texts: readonly { readonly text: string; readonly column: number }[]): string {
  let line = '';
  for (const { text, column } of [...texts].sort((a, b) => a.column - b.column)) {
    if (line !== '' && column <= line.length) continue;
    line = line.padEnd(column) + text;
  }
  return line;
}
