import type { Span } from '../../text/span.ts';
import { type ParsedSection, parseSection } from './section.ts';
import type { ReadName } from './tree.ts';

/** Parses sections and remembers the recent ones by their text: typing changes one of many. */
export class SectionMemory {
  private readonly readName: ReadName;
  private readonly known = new Map<string, { readonly offset: number; readonly parsed: ParsedSection }>();
  private knownLength = 0;
  private readonly seenPaths = new Set<string>();
  private remembers = false;

  constructor(readName: ReadName) {
    this.readName = readName;
  }

  /** What follows are the sections of one file. Only one that is read again is worth remembering: it is being typed in. */
  begin(path: string): void {
    this.remembers = this.seenPaths.has(path);
    this.seenPaths.add(path);
  }

  /** @param place the section's place in the text of the file */
  parse(text: string, place: Span): ParsedSection {
    if (!this.remembers) return parseSection(text, place, this.readName);
    const own = text.slice(place.start, place.end);
    const known = this.known.get(own);
    if (known) return { body: known.parsed.body, distance: place.start - known.offset };
    const parsed = parseSection(text, place, this.readName);
    if (!parsed.mistake) this.remember(own, place.start, parsed);
    return parsed;
  }

  /** Sections with a mistake are not remembered: what is wrong in them can depend on what follows. */
  private remember(text: string, offset: number, parsed: ParsedSection): void {
    this.knownLength += text.length;
    if (this.knownLength > MAX_LENGTH) {
      this.known.clear();
      this.knownLength = text.length;
    }
    this.known.set(text, { offset, parsed });
  }
}

/** In UTF-16 code units: the largest file that people type in, and some more. */
const MAX_LENGTH = 4_000_000;
