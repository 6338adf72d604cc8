import { escapeXml } from '../escape-xml.ts';
import type { Timeline } from './document.ts';
import { layoutTimeline, type PlacedMark } from './timeline.ts';

const WIDTH = 960;
const LABELS = 190;
const MARGIN = 26;
const ROW = 30;
const RADIUS = 11;
const HEAD = 30;

/**
 * The timeline as a picture: a lane for each kind of act, a numbered mark for each act at its date. Solid marks hold;
 * dashed ones are history or bind nobody. It carries a title and a description and says nothing that the lists below it
 * do not say. Colours are the page's (`currentColor` and classes).
 */
export function timelineSvg(timeline: Timeline): string {
  const layout = layoutTimeline(timeline, LABELS, WIDTH - MARGIN, RADIUS * 2 + 3);
  const height = HEAD + layout.rows * ROW + 6;
  const bottom = height - 4;
  return [
    `<svg role="img" viewBox="0 0 ${WIDTH} ${height}" aria-labelledby="timeline-title timeline-description">`,
    `<title id="timeline-title">${escapeXml(timeline.title)}</title>`,
    `<desc id="timeline-description">${escapeXml(timeline.description)}</desc>`,
    ...layout.years.map(
      ({ year, x }) =>
        `<line class="year" x1="${round(x)}" y1="${HEAD - 8}" x2="${round(x)}" y2="${bottom}"/><text class="year" x="${round(x)}" y="14" text-anchor="middle">${year}</text>`,
    ),
    ...layout.lanes.map(({ name, top, rows }, index) => {
      const y = HEAD + top * ROW;
      const line = index === 0 ? '' : `<line class="lane" x1="0" y1="${y}" x2="${WIDTH}" y2="${y}"/>`;
      return `${line}<text class="lane" x="0" y="${y + (rows * ROW) / 2 + 4}">${escapeXml(name)}</text>`;
    }),
    ...layout.marks.map(markSvg),
    '</svg>',
  ].join('\n');
}

/** The label is shown when the pointer rests on the mark. */
function markSvg({ x, row, number, label, isHistory }: PlacedMark): string {
  const y = HEAD + row * ROW + ROW / 2;
  const kind = isHistory ? 'mark history' : 'mark';
  return `<g class="${kind}"><title>${escapeXml(label)}</title><circle cx="${round(x)}" cy="${y}" r="${RADIUS}"/><text x="${round(x)}" y="${y + 4}" text-anchor="middle">${number}</text></g>`;
}

function round(length: number): number {
  return Math.round(length * 10) / 10;
}
