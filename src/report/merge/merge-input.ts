import * as v from 'valibot';
import { problemOf } from '../../model/read-data.ts';
import { ENGLISH } from '../language.ts';

/** A report to be merged. */
export interface MergeInput {
  /** What messages call it. */
  readonly name: string;
  /** What is put before its paths: `''`, or `shop/`. */
  readonly prefix: string;
  readonly chunks: Iterable<Uint8Array>;
}

/** Makes one report of many, in pieces. */
export type ReportMerger = (inputs: readonly MergeInput[]) => Iterable<string>;

/** A report cannot be merged; the message names it and says what to do. */
class MergeError extends Error {
  override readonly name = 'MergeError';
}

/** Events of a report's text, with a look at the next one. */
export class PeekableEvents<Event> {
  private readonly events: Iterator<Event>;
  private readonly input: string;
  private ahead: Event | undefined;

  constructor(events: Iterator<Event>, input: string) {
    this.events = events;
    this.input = input;
  }

  peek(): Event | undefined {
    this.ahead ??= this.read();
    return this.ahead;
  }

  next(): Event | undefined {
    const event = this.peek();
    this.ahead = undefined;
    return event;
  }

  private read(): Event | undefined {
    try {
      const { done, value } = this.events.next();
      return done ? undefined : value;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new MergeError(`${this.input} cannot be read as a report: ${reason.trim().replace(/\.$/, '')}.`);
    }
  }
}

/**
 * The value itself, its properties in their order, when it has the shape.
 * @param what the report's name and the part of it, for the message
 * @throws MergeError
 */
export function checkedShape<Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
  what: string,
  format: 'json' | 'sarif',
): v.InferInput<Schema> {
  if (v.is(schema, value)) return value;
  const [issue] = v.safeParse(schema, value).issues ?? [];
  const place = issue && v.getDotPath(issue);
  const detail = place ? ` (${place}: ${ENGLISH.phrase(problemOf(issue))})` : '';
  throw new MergeError(
    `${what} has another shape${detail}: merge takes reports that "scan --format ${format}" of this version wrote.`,
  );
}
