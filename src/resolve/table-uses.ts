import { type Expression, UNKNOWN_PART } from '../model/expression.ts';
import type { Extraction, TableLookup } from '../model/extraction.ts';
import { CONFIDENCES, type Confidence, lessCertain } from '../model/vocabulary.ts';
import type { Span } from '../text/span.ts';
import type { Resolver } from './resolve.ts';

type Files = Iterable<readonly [path: string, extraction: Extraction]>;

/** Tells of what stands in a table how sure it is that it is used, by the keys with which the table is looked up. */
export class TableUses {
  private readonly resolver: Resolver;
  private readonly lookups = new Map<string, PlacedLookup[]>();
  private readonly tables = new Map<string, readonly Table[]>();
  private readonly entries = new Map<Table, readonly Entry[]>();

  constructor(files: Files, resolver: Resolver) {
    this.resolver = resolver;
    const all = [...files];
    for (const [path, { lookups = [] }] of all) for (const each of lookups) this.addLookup({ path, ...each });
    for (const [path, { definitions }] of all) this.tables.set(path, this.tablesIn(definitions));
  }

  /**
   * How sure it is that the value at `place` is used: where a table is used as a whole, nothing is known that would
   * make its entries less than certain. An entry that no key selects may still be used from elsewhere.
   */
  confidenceAt(path: string, place: Span): Confidence {
    const table = around(this.tables.get(path) ?? [], place);
    if (!table) return 'certain';
    const entries = this.entries.get(table) ?? this.entriesOf(table);
    this.entries.set(table, entries);
    return around(entries, place)?.confidence ?? 'certain';
  }

  private addLookup(lookup: PlacedLookup): void {
    const key = nameKey(lookup);
    const same = this.lookups.get(key);
    if (same) same.push(lookup);
    else this.lookups.set(key, [lookup]);
  }

  /** Those of which some entry is chosen by a key that is computed, or none by any, in the order of the text. */
  private tablesIn(definitions: Extraction['definitions']): Table[] {
    return definitions
      .flatMap(({ scope, name, value, isTable }): Table[] => {
        if (this.lookups.size === 0 && !isTable) return [];
        const lookups = this.lookups.get(nameKey({ scope, name })) ?? [];
        const isChosen =
          lookups.length <= MAX_LOOKUPS &&
          lookups.every(({ keys }) => keys.length > 0) &&
          (isTable === true || lookups.some(({ keys }) => keys.some(key => key.type !== 'literal')));
        return isChosen ? [{ span: value.span, value, lookups }] : [];
      })
      .sort(byStart);
  }

  private entriesOf({ value, lookups }: Table): Entry[] {
    const keys = lookups.map(lookup => lookup.keys.map(key => this.readKey(key, lookup)));
    return leavesOf(value, [])
      .map(({ span, path }) => ({ span, confidence: mostCertain(keys.map(each => selects(each, path))) }))
      .sort(byStart);
  }

  private readKey(key: Expression, place: PlacedLookup): Key {
    const { values, unknown } = this.resolver.resolve(key, place);
    return {
      texts: new Set(values.map(each => each.value)),
      isLiteral: key.type === 'literal',
      isOneOf: values.length !== 1 || unknown !== undefined,
    };
  }
}

interface PlacedLookup extends TableLookup {
  readonly path: string;
}

interface Table {
  readonly span: Span;
  readonly value: Expression;
  readonly lookups: readonly PlacedLookup[];
}

interface Entry {
  readonly span: Span;
  readonly confidence: Confidence;
}

interface Leaf {
  readonly span: Span;
  /** The keys that lead to it. */
  readonly path: readonly string[];
}

/** What a key can be. */
interface Key {
  readonly texts: ReadonlySet<string>;
  readonly isLiteral: boolean;
  readonly isOneOf: boolean;
}

/** Of one table: more than anybody writes. */
const MAX_LOOKUPS = 500;

function nameKey({ scope, name }: Pick<TableLookup, 'scope' | 'name'>): string {
  return `${scope}\n${name}`;
}

/** All that stands in a table's entries, through functions that keep their keys. */
function leavesOf(value: Expression, path: readonly string[]): Leaf[] {
  if (value.type === 'collection')
    return value.items.flatMap((item, index) => leavesOf(item.value, [...path, item.key ?? String(index)]));
  if (value.type === 'call' && KEEPING_KEYS.has(value.name))
    return value.arguments.flatMap(each => leavesOf(each, path));
  return path.length > 0 ? [{ span: value.span, path }] : [];
}

const KEEPING_KEYS: ReadonlySet<string> = new Set(['merge', 'tomap', 'sensitive', 'nonsensitive']);

/** Whether the keys lead to what is at `path`; `undefined` when they do not. */
function selects(keys: readonly Key[], path: readonly string[]): Confidence | undefined {
  let confidence: Confidence = 'certain';
  for (const [depth, key] of keys.entries()) {
    const step = path[depth];
    if (step === undefined) break;
    const own = selectsStep(key, step);
    if (own === undefined) return undefined;
    confidence = lessCertain(confidence, own);
  }
  return confidence;
}

function selectsStep({ texts, isLiteral, isOneOf }: Key, step: string): Confidence | undefined {
  if (texts.has(step)) return isOneOf ? 'likely' : 'certain';
  return isLiteral && step !== UNKNOWN_PART ? undefined : 'possible';
}

function mostCertain(given: readonly (Confidence | undefined)[]): Confidence {
  return CONFIDENCES.find(confidence => given.includes(confidence)) ?? 'possible';
}

function byStart(a: { readonly span: Span }, b: { readonly span: Span }): number {
  return a.span.start - b.span.start;
}

/** The last of those that begin no later than `place`, when it holds all of it. */
function around<Placed extends { readonly span: Span }>(
  sorted: readonly Placed[],
  place: Span,
): Placed | undefined {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.span.start ?? 0) <= place.start) low = middle + 1;
    else high = middle;
  }
  const found = sorted[low - 1];
  return found && found.span.end >= place.end ? found : undefined;
}
