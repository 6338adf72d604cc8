import * as v from 'valibot';
import { mergeSorted } from '../../text/merge-sorted.ts';
import { comparePaths } from '../../text/path.ts';
import { JSON_REPORT_VERSION } from '../json/json.ts';
import { serialise } from '../json/serialise.ts';
import { type JsonEvent, jsonEvents } from './json-events.ts';
import { checkedShape, type MergeInput, PeekableEvents } from './merge-input.ts';

const PATHS = [
  '$.version',
  '$.tool',
  '$.ruleset',
  '$.audience',
  '$.findings.*',
  '$.problems.*',
  '$.stats',
] as const;

const PlaceSchema = v.object({ line: v.number(), column: v.number() });
const RangeSchema = v.object({ start: PlaceSchema, end: PlaceSchema });
const LocatedSchema = v.looseObject({ path: v.string(), range: RangeSchema });
/** What merging looks at; the rest of a finding is passed on as it is. */
const FindingSchema = v.looseObject({
  rule: v.string(),
  vendor: v.string(),
  path: v.string(),
  range: RangeSchema,
  value: v.string(),
  fingerprint: v.string(),
  trace: v.array(v.looseObject({ path: v.optional(v.string()) })),
  occurrences: v.array(LocatedSchema),
});
type MergedFinding = v.InferInput<typeof FindingSchema>;
const ProblemSchema = v.looseObject({ code: v.string(), path: v.optional(v.string()), message: v.string() });
type MergedProblem = v.InferInput<typeof ProblemSchema>;
const CountsSchema = v.record(v.string(), v.number());
const StatsSchema = v.object({ files: CountsSchema, references: CountsSchema });
type Stats = v.InferInput<typeof StatsSchema>;
const HeadSchema = v.object({
  version: v.literal(JSON_REPORT_VERSION, `must be ${JSON_REPORT_VERSION}`),
  tool: v.object({ name: v.string(), version: v.string() }),
  ruleset: v.object({ name: v.string(), version: v.optional(v.string()) }),
  audience: v.array(v.string()),
});
type Head = v.InferInput<typeof HeadSchema>;

/**
 * Merges JSON reports into one, in pieces: findings in the order that one scan of everything would give them, the same
 * finding of two reports once, counts added up. Memory grows with the number of reports, not with their length.
 * @throws MergeError naming the report that cannot be used
 */
export function* mergeJsonReports(inputs: readonly MergeInput[]): Generator<string> {
  const readers = inputs.map(input => new ReportReader(input));
  const heads = readers.map(reader => reader.head());
  const findings = mergeSorted(
    readers.map(reader => reader.findings()),
    compareFindings,
  );
  const problems = mergeSorted(
    readers.map(reader => reader.problems()),
    compareProblems,
  );
  yield* serialise({
    version: JSON_REPORT_VERSION,
    tool: heads[0]?.tool,
    ruleset: mergedRuleset(heads),
    audience: [...new Set(heads.flatMap(({ audience }) => audience))].sort(),
    findings: withoutRepeats(findings, finding => JSON.stringify(finding)),
    problems: withoutRepeats(problems, problem => JSON.stringify(problem)),
    stats: lazily(() => sumOf(readers.map(reader => reader.stats()))),
  });
}

/** The parts of one report in the order in which its text has them. */
class ReportReader {
  private readonly input: MergeInput;
  private readonly events: PeekableEvents<JsonEvent>;

  constructor(input: MergeInput) {
    this.input = input;
    this.events = new PeekableEvents(jsonEvents(input.chunks, PATHS), input.name);
  }

  head(): Head {
    const values: Record<string, unknown> = {};
    for (const name of ['version', 'tool', 'ruleset', 'audience']) {
      if (this.events.peek()?.property === name) values[name] = this.events.next()?.value;
    }
    return this.checked(HeadSchema, values, 'head');
  }

  *findings(): Generator<MergedFinding> {
    for (const value of this.elements('findings')) {
      yield withPrefix(this.checked(FindingSchema, value, 'finding'), this.input.prefix);
    }
  }

  *problems(): Generator<MergedProblem> {
    for (const value of this.elements('problems')) {
      const problem = this.checked(ProblemSchema, value, 'problem');
      yield problem.path === undefined ? problem : { ...problem, path: this.input.prefix + problem.path };
    }
  }

  stats(): Stats {
    const event = this.events.next();
    return this.checked(StatsSchema, event?.property === 'stats' ? event.value : undefined, 'stats');
  }

  private *elements(property: string): Generator<unknown> {
    while (this.events.peek()?.property === property) yield this.events.next()?.value;
  }

  private checked<Schema extends v.GenericSchema>(
    schema: Schema,
    value: unknown,
    what: string,
  ): v.InferInput<Schema> {
    return checkedShape(schema, value, `${this.input.name}: ${what}`, 'json');
  }
}

function withPrefix(finding: MergedFinding, prefix: string): MergedFinding {
  if (prefix === '') return finding;
  return {
    ...finding,
    path: prefix + finding.path,
    trace: finding.trace.map(step =>
      step.path === undefined ? step : { ...step, path: prefix + step.path },
    ),
    occurrences: finding.occurrences.map(place => ({ ...place, path: prefix + place.path })),
  };
}

/** The order of a scan's findings. */
function compareFindings(a: MergedFinding, b: MergedFinding): number {
  return (
    comparePaths(a.path, b.path) ||
    comparePlaces(a.range.start, b.range.start) ||
    comparePlaces(a.range.end, b.range.end) ||
    comparePaths(a.rule, b.rule) ||
    comparePaths(a.vendor, b.vendor) ||
    comparePaths(a.value, b.value)
  );
}

function comparePlaces(a: v.InferInput<typeof PlaceSchema>, b: v.InferInput<typeof PlaceSchema>): number {
  return a.line - b.line || a.column - b.column;
}

/** Of problems the file is what decides; those of one file stay in their order. */
function compareProblems(a: MergedProblem, b: MergedProblem): number {
  return comparePaths(a.path ?? '', b.path ?? '');
}

function* withoutRepeats<Element>(
  elements: Iterable<Element>,
  keyOf: (element: Element) => string,
): Generator<Element> {
  let last: string | undefined;
  for (const element of elements) {
    const key = keyOf(element);
    if (key !== last) yield element;
    last = key;
  }
}

function mergedRuleset(heads: readonly Head[]): Head['ruleset'] {
  const [first, ...others] = heads.map(({ ruleset }) => ruleset);
  if (!first || others.every(({ name, version }) => name === first.name && version === first.version)) {
    return first ?? { name: 'none' };
  }
  return { name: [...new Set(heads.map(({ ruleset }) => ruleset.name))].sort().join(', ') };
}

function sumOf(all: readonly Stats[]): Stats {
  return {
    files: addedUp(all.map(({ files }) => files)),
    references: addedUp(all.map(({ references }) => references)),
  };
}

function addedUp(all: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const counts of all) {
    for (const [name, count] of Object.entries(counts)) sums[name] = (sums[name] ?? 0) + count;
  }
  return sums;
}

/** An object that is made when it is written: after all that is written before it. */
function lazily<Value extends object>(make: () => Value): { toJSON: () => Value } {
  return { toJSON: make };
}
