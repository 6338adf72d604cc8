import type { Timeline, TimelineMark } from './document.ts';

/** Where the marks of a timeline lie, for pictures of any kind. Lengths are in the picture's own units. */
export interface TimelineLayout {
  readonly lanes: readonly { readonly name: string; readonly top: number; readonly rows: number }[];
  readonly marks: readonly PlacedMark[];
  readonly years: readonly { readonly year: number; readonly x: number }[];
  /** How many rows all lanes have together. */
  readonly rows: number;
}

export interface PlacedMark extends TimelineMark {
  readonly x: number;
  /** Counted over all lanes, from 0. */
  readonly row: number;
}

/**
 * Lays a timeline out between `left` and `right`. Marks that would come closer than `gap` stand in different rows of
 * their lane.
 */
export function layoutTimeline(
  { lanes }: Timeline,
  left: number,
  right: number,
  gap: number,
): TimelineLayout {
  const dates = lanes.flatMap(lane => lane.marks.map(mark => yearsOf(mark.date)));
  const first = Math.floor(Math.min(...dates));
  const last = Math.floor(Math.max(...dates)) + 1;
  const xOf = (years: number) => left + ((years - first) / (last - first)) * (right - left);
  const placed: PlacedMark[] = [];
  const placedLanes: { name: string; top: number; rows: number }[] = [];
  let top = 0;
  for (const { name, marks } of lanes) {
    const ends: number[] = [];
    for (const mark of marks) {
      const x = xOf(yearsOf(mark.date));
      const free = ends.findIndex(end => x - end >= gap);
      const row = free < 0 ? ends.length : free;
      ends[row] = x;
      placed.push({ ...mark, x, row: top + row });
    }
    placedLanes.push({ name, top, rows: Math.max(1, ends.length) });
    top += Math.max(1, ends.length);
  }
  return { lanes: placedLanes, marks: placed, years: yearTicks(first, last, xOf), rows: top };
}

/** At most about a dozen, at whole years. */
function yearTicks(first: number, last: number, xOf: (years: number) => number) {
  const step = Math.max(1, Math.ceil((last - first) / 12));
  const count = Math.floor((last - first) / step) + 1;
  return Array.from({ length: count }, (_, index) => {
    const year = first + index * step;
    return { year, x: xOf(year) };
  });
}

/** A day as a year with its fraction: 2026-07-02 is about 2026.5. */
function yearsOf(date: string): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return year + (month - 1) / 12 + (day - 1) / 366;
}
