import { neutralise } from '../../text/neutralise.ts';
import { holdsSecrets } from '../../text/secrets.ts';
import type { Source } from '../../text/source.ts';
import type { Span } from '../../text/span.ts';
import { characterWidth } from './display-width.ts';

/** A line of a file as a terminal can show it, with the part in question set apart. */
export interface Excerpt {
  /** 1-based. */
  readonly line: number;
  readonly before: string;
  readonly marked: string;
  readonly after: string;
  /** In terminal columns, for the carets below. */
  readonly beforeWidth: number;
  readonly markedWidth: number;
}

/**
 * The line in which `span` begins, cut to `width` columns around it. Tabs become spaces, unsafe characters
 * signs. Of a span over several lines the first is shown. Looks at a bounded part of the text, however long
 * the line is.
 */
export function excerptOf(source: Source, span: Span, width: number): Excerpt {
  const { text, lines } = source;
  const { line, character } = lines.positionAt(span.start);
  const lineEnd = lines.lineStart(line + 1);
  // What stands around a value of a state or plan can be a secret.
  const room = holdsSecrets(text) ? 0 : width;
  const from = Math.max(span.start - character, span.start - room);
  const to = Math.min(lineEnd, Math.max(span.end, span.start) + room, span.start + 2 * width);
  const end = Math.min(span.end, to);
  const before = cellsOf(text.slice(from, span.start), 0);
  const marked = cellsOf(withoutLineBreak(text.slice(span.start, end)), columnsOf(before));
  const after = cellsOf(withoutLineBreak(text.slice(end, to)), columnsOf(before) + columnsOf(marked));
  return cutToWidth(line + 1, { before, marked, after }, width, {
    left: from > span.start - character,
    right: to < lineEnd,
  });
}

/** One character as it is shown. */
interface Cell {
  readonly shown: string;
  readonly width: number;
}

interface Parts {
  readonly before: readonly Cell[];
  readonly marked: readonly Cell[];
  readonly after: readonly Cell[];
}

const TAB_WIDTH = 4;
const CUT: Cell = { shown: '…', width: 1 };

function withoutLineBreak(text: string): string {
  return text.replace(/[\r\n].*$/s, '');
}

/** `column` is where the text begins: tabs lead to the next multiple of four. */
function cellsOf(text: string, column: number): Cell[] {
  const cells: Cell[] = [];
  for (const character of text) {
    const cell = cellOf(character, column);
    column += cell.width;
    cells.push(cell);
  }
  return cells;
}

function cellOf(character: string, column: number): Cell {
  if (character === '\t') {
    const width = TAB_WIDTH - (column % TAB_WIDTH);
    return { shown: ' '.repeat(width), width };
  }
  const shown = neutralise(character);
  return { shown, width: shown === character ? characterWidth(character) : shown.length };
}

function columnsOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, cell) => sum + cell.width, 0);
}

/** Cuts what does not fit: first of the marked part what exceeds half the width, then of both sides alike. */
function cutToWidth(
  line: number,
  parts: Parts,
  width: number,
  cut: { left: boolean; right: boolean },
): Excerpt {
  const markedRoom = Math.max(width >> 1, width - columnsOf(parts.before) - columnsOf(parts.after));
  const marked = cutEnd(parts.marked, markedRoom, false);
  const room = width - columnsOf(marked);
  const leftRoom = Math.max(room >> 1, room - columnsOf(parts.after));
  const before = cutEnd(parts.before.toReversed(), leftRoom, cut.left).reverse();
  const isMarkedCut = columnsOf(parts.marked) > markedRoom;
  const after = isMarkedCut ? [] : cutEnd(parts.after, room - columnsOf(before), cut.right);
  return {
    line,
    before: shownOf(before),
    marked: shownOf(marked),
    after: shownOf(after).trimEnd(),
    beforeWidth: columnsOf(before),
    markedWidth: Math.max(1, columnsOf(marked)),
  };
}

/** The first cells that fit into `width`, with a sign at the end when some were (`isCut`) or are left out. */
function cutEnd(cells: readonly Cell[], width: number, isCut: boolean): Cell[] {
  if (!isCut && columnsOf(cells) <= width) return [...cells];
  const kept: Cell[] = [];
  let room = width - CUT.width;
  for (const cell of cells) {
    room -= cell.width;
    if (room < 0) break;
    kept.push(cell);
  }
  return [...kept, CUT];
}

function shownOf(cells: readonly Cell[]): string {
  return cells.map(cell => cell.shown).join('');
}
