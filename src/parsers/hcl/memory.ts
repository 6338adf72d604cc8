import type { HclLanguage } from './language.ts';
import { type ParsedSection, parseSection, type Section } from './section.ts';
import type { ReadName } from './tree.ts';

/** Parses sections and remembers the recent ones by their text: typing changes one of many. */
export class SectionMemory {
  private readonly language: HclLanguage;
  private readonly readName: ReadName;
  private readonly known = new Map<string, { readonly offset: number; readonly parsed: ParsedSection }>();
  private knownLength = 0;
  private readonly seenPaths = new Set<string>();
  private remembers = false;

  constructor(language: HclLanguage, readName: ReadName) {
    this.language = language;
    this.readName = readName;
  }

  /** What follows are the sections of one file. Only one that is read again is worth remembering: it is being typed in. */
  begin(path: string): void {
    this.remembers = this.seenPaths.has(path);
    this.seenPaths.add(path);
  }

  parse(section: Section): ParsedSection {
    const { text, offset } = section;
    const known = this.known.get(text);
    if (known) return { body: known.parsed.body, distance: offset - known.offset };
    const parsed = parseSection(this.language, section, this.readName);
    if (this.remembers && !parsed.mistake) this.remember(section, parsed);
    return parsed;
  }

  /** Sections with a mistake are not remembered: what is wrong in them can depend on what follows. */
  private remember({ text, offset }: Section, parsed: ParsedSection): void {
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
