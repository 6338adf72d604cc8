import type { Finding } from '../../model/finding.ts';
import type { Problem } from '../../model/problem.ts';
import type { Source } from '../../text/source.ts';
import { Room } from './room.ts';

/** Bytes of memory that the findings of a scan may take, with the texts that they stand in: a report needs both. */
export const ROOM_FOR_FINDINGS = 1_000_000_000;

/** What there is room for of what a scan finds. */
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
   * @returns the findings as they may be kept
   */
  take(
    findings: readonly Finding[],
    problems: readonly Problem[],
    sources: readonly Source[],
  ): readonly Finding[] {
    const paths = new Set(problems.flatMap(({ path, span }) => (path !== undefined && span ? [path] : [])));
    let places = 0;
    for (const { path, occurrences } of findings) {
      paths.add(path);
      for (const occurrence of occurrences) paths.add(occurrence.path);
      places += 1 + occurrences.length;
    }
    const text = sources.reduce((sum, { text }) => sum + text.length, 0);
    // Parts that are cut from a text keep all of it.
    const isDetached = text > places * FEW_CHARACTERS;
    const reported = sources.reduce((sum, source) => sum + (paths.has(source.path) ? bytesOf(source) : 0), 0);
    this.room.take(reported + (isDetached ? 0 : text));
    this.room.take(findings.length * BYTES.finding + places * BYTES.place);
    return isDetached ? structuredClone(findings) : findings;
  }
}

/** For each place in a text, less than what is made of it. */
const FEW_CHARACTERS = 1000;

const BYTES = { finding: 1500, place: 200 };

/** Engines keep a text with a byte for each character when there is none that needs two. */
function bytesOf({ text }: Source): number {
  return /[^\0-\xff]/.test(text) ? 2 * text.length : text.length;
}
