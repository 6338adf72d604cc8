import { countPart, partsFound } from '../text/part-limit.ts';
import type { Span } from '../text/span.ts';
import type { JsonReader } from './json-read.ts';
import type { JsonToken } from './json-token.ts';

/** Members of a container that follow each other and were read together, and what they say. */
export interface JsonPart<Said> {
  /** The same object for as long as the members' text is the same. Its offsets are those of when it was read. */
  readonly said: Said;
  /** How much further on the members stand now. */
  readonly distance: number;
}

/** How the members of one part are read. */
export interface PartReading<Said> {
  readonly reader: Pick<JsonReader, 'enter' | 'scalar'>;
  /** Filled by the reader. */
  readonly said: Said;
}

/** A part of a text that was read without a mistake. */
interface KnownPart<Said> extends JsonPart<Said> {
  /** From behind a bracket or comma to behind a comma. */
  readonly start: number;
  readonly end: number;
  /** How many places were found in it. */
  readonly places: number;
}

/** What the parts of a text said, for when it is read again with changes. Of containers that are read in the same way. */
export class PartMemory<Said> {
  private text = '';
  private parts: readonly KnownPart<Said>[] = [];
  private byBeginning: ReadonlyMap<string, KnownPart<Said>> | undefined;
  private read: KnownPart<Said>[] = [];

  /** Forgets what was noted of a text whose reading was stopped in its middle. */
  beginText(): void {
    this.read = [];
  }

  /** Notes a part of the text that is being read. */
  add(part: KnownPart<Said>): void {
    this.read.push(part);
  }

  /** The text was read to its end. What it does not have any more is forgotten. */
  endText(text: string): void {
    this.text = text;
    this.parts = this.read;
    this.byBeginning = undefined;
    this.read = [];
  }

  /** The part of the text before that now stands in `text` at `start`. */
  find(text: string, start: number): KnownPart<Said> | undefined {
    if (this.parts.length === 0) return undefined;
    this.byBeginning ??= new Map(this.parts.map(part => [beginningAt(this.text, part.start), part]));
    const known = this.byBeginning.get(beginningAt(text, start));
    if (!known) return undefined;
    const end = start + known.end - known.start;
    // Comparing slices is many times as fast as `startsWith`.
    if (text.slice(start, end) !== this.text.slice(known.start, known.end)) return undefined;
    return { ...known, distance: known.distance + start - known.start, start, end };
  }
}

/** Enough to tell the parts of a text apart. */
function beginningAt(text: string, start: number): string {
  return text.slice(start, start + 128);
}

/**
 * Reads the members of a container in parts and passes over those that its memory knows: while somebody types, one of
 * many changes. What a member says must follow from its own text alone.
 */
export class PartedReader<Said> implements JsonReader {
  /** In the text's order; complete when the container's end was read. */
  readonly parts: JsonPart<Said>[] = [];
  private readonly text: string;
  private readonly memory: PartMemory<Said> | undefined;
  private readonly begin: () => PartReading<Said>;
  /** Where the next member may begin, and how many mistakes there were before it. */
  private place = { offset: 0, mistakes: 0 };
  private open:
    | {
        readonly reading: PartReading<Said>;
        readonly from: PartedReader<Said>['place'];
        readonly placesBefore: number;
      }
    | undefined;

  /**
   * @param memory absent when all members are one part: the text is not read again
   * @param begin makes the reader of the next part
   */
  constructor(text: string, memory: PartMemory<Said> | undefined, begin: () => PartReading<Said>) {
    this.text = text;
    this.memory = memory;
    this.begin = begin;
  }

  enter(name: string, nameSpan: Span): JsonReader | undefined {
    return this.reading().reader.enter?.(name, nameSpan);
  }

  scalar(name: string, token: JsonToken): void {
    this.reading().reader.scalar?.(name, token);
  }

  beforeMember(offset: number, mistakes: number): number {
    const { memory, text } = this;
    if (!memory) return offset;
    let at = offset;
    let known = memory.find(text, at);
    if (this.open && (known || at - this.open.from.offset >= PART_LENGTH)) this.endPart(at, mistakes);
    for (; known; known = memory.find(text, at)) {
      countPart(at, known.places);
      this.parts.push(known);
      memory.add(known);
      at = known.end;
    }
    this.place = { offset: at, mistakes };
    return at;
  }

  private reading(): PartReading<Said> {
    if (!this.open) {
      const reading = this.begin();
      this.open = { reading, from: this.place, placesBefore: partsFound() };
      this.parts.push({ said: reading.said, distance: 0 });
    }
    return this.open.reading;
  }

  /** What is wrong in a part is to be said each time. */
  private endPart(end: number, mistakes: number): void {
    if (!this.open) return;
    const { reading, from, placesBefore } = this.open;
    this.open = undefined;
    const places = partsFound() - placesBefore;
    if (mistakes === from.mistakes)
      this.memory?.add({ said: reading.said, distance: 0, start: from.offset, end, places });
  }
}

/** In UTF-16 code units; less, and there are many parts to look after. */
const PART_LENGTH = 2000;
