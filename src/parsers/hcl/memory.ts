import { detached } from '../../text/detached.ts';
import { countPart, partsFound } from '../../text/part-limit.ts';
import type { Source } from '../../text/source.ts';
import type { Span } from '../../text/span.ts';
import { type ParsedSection, parseSection } from './section.ts';
import type { HclPart, ReadName } from './tree.ts';

/** Parses sections and remembers the recent ones by their text: typing changes one of many. */
export class SectionMemory {
  private readonly readName: ReadName;
  private readonly known = new Map<string, KnownSection>();
  private knownLength = 0;
  private remembers = false;
  /** Each edit makes another text: a section must not keep all of the one that it was typed in. */
  private copies = false;

  constructor(readName: ReadName) {
    this.readName = readName;
  }

  /** What follows are the sections of one file. Only one that is being typed in is worth remembering. */
  begin({ isReadAgain }: Source): void {
    this.remembers = isReadAgain;
    this.copies = this.known.size > 0;
  }

  /** @param place the section's place in the text of the file */
  parse(text: string, place: Span): ParsedSection {
    if (!this.remembers) return parseSection(text, place, this.readName);
    const own = text.slice(place.start, place.end);
    const known = this.known.get(own);
    if (known) {
      countPart(place.start, known.places);
      return { ...known.part, distance: place.start - known.offset };
    }
    const before = partsFound();
    const parsed = parseSection(text, place, this.readName);
    return parsed.mistake ? parsed : this.remember(own, place.start, parsed, partsFound() - before);
  }

  /** Sections with a mistake are not remembered: what is wrong in them can depend on what follows. */
  private remember(text: string, offset: number, parsed: ParsedSection, places: number): ParsedSection {
    const { copies } = this;
    const part = { ...(copies ? structuredClone(parsed) : parsed), isKept: true, isCopied: copies };
    this.knownLength += text.length;
    if (this.knownLength > MAX_LENGTH) {
      this.known.clear();
      this.knownLength = text.length;
    }
    this.known.set(copies ? detached(text) : text, { offset, part, places });
    return part;
  }
}

interface KnownSection {
  readonly offset: number;
  readonly part: HclPart;
  /** How many were found in it. */
  readonly places: number;
}

/** In UTF-16 code units: the largest file that people type in, and some more. */
const MAX_LENGTH = 4_000_000;
