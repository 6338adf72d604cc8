import type { Finding, InventoryEntry } from '../../model/finding.ts';
import type { Problem } from '../../model/problem.ts';
import type { Source } from '../../text/source.ts';
import { Room } from './room.ts';

/**
 * Bytes of memory that the findings of a scan may take, with the texts that they stand in: a report needs both. Scans that
 * are compared have that together, and an inventory has as much for its references.
 */
export const ROOM_FOR_FINDINGS = 1_000_000_000;

/** What there is room for of what is found in files. */
export class FindingsRoom {
  private readonly room: Room;

  constructor(bytes = ROOM_FOR_FINDINGS) {
    this.room = new Room(bytes);
  }

  /** Nothing more should be looked for. */
  get isFull(): boolean {
    return this.room.isFull;
  }

  /**
   * @param sources the texts of the files that were read together
   * @returns what was found, as it may be kept
   */
  take<Found extends Finding | InventoryEntry>(
    found: readonly Found[],
    problems: readonly Problem[],
    sources: readonly Source[],
  ): readonly Found[] {
    const paths = new Set(problems.flatMap(({ path, span }) => (path !== undefined && span ? [path] : [])));
    let places = 0;
    let bytes = 0;
    for (const each of found) {
      paths.add(each.path);
      places++;
      bytes += BYTES.place;
      if (!('occurrences' in each)) continue;
      for (const occurrence of each.occurrences) paths.add(occurrence.path);
      places += each.occurrences.length;
      bytes += BYTES.finding + each.occurrences.length * BYTES.place;
    }
    const text = sources.reduce((sum, { text }) => sum + text.length, 0);
    // Parts that are cut from a text keep all of it.
    const isDetached = text > places * FEW_CHARACTERS;
    const reported = sources.reduce((sum, source) => sum + (paths.has(source.path) ? bytesOf(source) : 0), 0);
    this.room.take(bytes + reported + (isDetached ? 0 : text));
    return isDetached ? structuredClone(found) : found;
  }
}

/** For each place in a text, less than what is made of it. */
const FEW_CHARACTERS = 1000;

const BYTES = { finding: 1500, place: 200 };

/** Engines keep a text with a byte for each character when there is none that needs two. */
function bytesOf({ text }: Source): number {
  return /[^\0-\xff]/.test(text) ? 2 * text.length : text.length;
}
