import type { ReportingDescriptor } from 'sarif';
import * as v from 'valibot';
import { mergeSorted } from '../../text/merge-sorted.ts';
import { comparePaths } from '../../text/path.ts';
import { serialise } from '../json/serialise.ts';
import { sarifLog } from '../platforms/sarif.ts';
import { type JsonEvent, jsonEvents } from './json-events.ts';
import { checkedShape, type MergeInput, PeekableEvents } from './merge-input.ts';

const HEAD = ['tool', 'columnKind', 'taxonomies', 'invocations', 'properties'] as const;
const PATHS = [...HEAD, 'results.*'].map(name => `$.runs.*.${name}`);

const DescriptorSchema = v.looseObject({ id: v.string() });
const ToolSchema = v.looseObject({ driver: v.looseObject({ rules: v.array(DescriptorSchema) }) });
const InvocationsSchema = v.array(
  v.looseObject({ toolExecutionNotifications: v.optional(v.array(v.unknown()), []) }),
);
const RegionSchema = v.looseObject({
  startLine: v.number(),
  startColumn: v.number(),
  endLine: v.optional(v.number()),
  endColumn: v.optional(v.number()),
});
const FileSchema = v.looseObject({ uri: v.string() });
const LocationSchema = v.looseObject({
  physicalLocation: v.looseObject({
    artifactLocation: FileSchema,
    region: v.optional(RegionSchema),
  }),
});
const ResultSchema = v.looseObject({
  ruleId: v.string(),
  ruleIndex: v.optional(v.number()),
  locations: v.pipe(v.array(LocationSchema), v.minLength(1)),
  suppressions: v.optional(v.array(v.unknown())),
});
type MergedResult = v.InferInput<typeof ResultSchema>;
type MergedRegion = v.InferInput<typeof RegionSchema>;

/**
 * Merges SARIF reports into one log with one run, in pieces: platforms take one run of a tool. Rules are joined, and
 * the results point at the joined ones, in the order that one report of everything would give them. Memory grows with the
 * number of reports, not with their length.
 * @throws MergeError naming the report that cannot be used
 */
export function* mergeSarifReports(inputs: readonly MergeInput[]): Generator<string> {
  const readers = inputs.map(input => new RunReader(input));
  const heads = readers.map(reader => reader.head());
  const rules = joinedRules(heads.flatMap(({ tool }) => tool.driver.rules));
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  const [first] = heads;
  if (!first) return;
  const results = mergeSorted(
    readers.map(reader => reader.results(indexes)),
    compareResults,
  );
  const notifications = heads.flatMap(({ invocations }) =>
    invocations.flatMap(({ toolExecutionNotifications = [] }) => toolExecutionNotifications),
  );
  yield* sarifLog(
    serialise({
      ...first.rest,
      tool: { ...first.tool, driver: { ...first.tool.driver, rules } },
      invocations: [{ executionSuccessful: true, toolExecutionNotifications: notifications }],
      results,
    }),
  );
}

interface RunHead {
  readonly tool: v.InferInput<typeof ToolSchema>;
  readonly invocations: v.InferInput<typeof InvocationsSchema>;
  /** Everything else of the run, in its order. */
  readonly rest: Readonly<Record<string, unknown>>;
}

/** The parts of one report's run in the order in which its text has them. */
class RunReader {
  private readonly input: MergeInput;
  private readonly events: PeekableEvents<JsonEvent>;

  constructor(input: MergeInput) {
    this.input = input;
    this.events = new PeekableEvents(jsonEvents(input.chunks, PATHS), input.name);
  }

  head(): RunHead {
    const rest: Record<string, unknown> = {};
    for (const name of HEAD) {
      if (this.events.peek()?.property === name) rest[name] = this.events.next()?.value;
    }
    const { name } = this.input;
    return {
      tool: checkedShape(ToolSchema, rest.tool, `${name}: tool`, 'sarif'),
      invocations: checkedShape(
        InvocationsSchema,
        withPrefix(rest.invocations, this.uriPrefix),
        `${name}: invocations`,
        'sarif',
      ),
      rest,
    };
  }

  *results(indexes: ReadonlyMap<string, number>): Generator<MergedResult> {
    while (this.events.peek()?.property === 'results') {
      const value = withPrefix(this.events.next()?.value, this.uriPrefix);
      const result = checkedShape(ResultSchema, value, `${this.input.name}: result`, 'sarif');
      const ruleIndex = indexes.get(result.ruleId);
      yield ruleIndex === undefined ? result : { ...result, ruleIndex };
    }
  }

  private get uriPrefix(): string {
    return this.input.prefix.split('/').map(encodeURIComponent).join('/');
  }
}

function joinedRules(
  rules: readonly v.InferInput<typeof DescriptorSchema>[],
): Pick<ReportingDescriptor, 'id'>[] {
  const byId = new Map(rules.map(rule => [rule.id, rule]));
  return [...byId.values()].sort((a, b) => comparePaths(a.id, b.id));
}

/** The value with the prefix before the address of every file in it: SARIF has them in many places, all of one shape. */
function withPrefix(value: unknown, uriPrefix: string): unknown {
  if (uriPrefix === '' || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(each => withPrefix(each, uriPrefix));
  const moved = Object.entries(value).map(([name, each]) => [
    name,
    name === 'artifactLocation' ? movedFile(each, uriPrefix) : withPrefix(each, uriPrefix),
  ]);
  return Object.fromEntries(moved);
}

function movedFile(location: unknown, uriPrefix: string): unknown {
  return v.is(FileSchema, location) ? { ...location, uri: uriPrefix + location.uri } : location;
}

/** The order of a report: what is suppressed after all that is not, either as a scan orders its findings. */
function compareResults(a: MergedResult, b: MergedResult): number {
  return (
    Number(isSuppressed(a)) - Number(isSuppressed(b)) ||
    comparePaths(pathOf(a), pathOf(b)) ||
    compareRegions(regionOf(a), regionOf(b)) ||
    comparePaths(a.ruleId, b.ruleId)
  );
}

function isSuppressed({ suppressions = [] }: MergedResult): boolean {
  return suppressions.length > 0;
}

/** Decoded, because the order of addresses is another one: `%20` comes after `!`, and a blank before it. */
function pathOf({ locations }: MergedResult): string {
  const uri = locations[0]?.physicalLocation.artifactLocation.uri ?? '';
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}

function regionOf({ locations }: MergedResult): MergedRegion | undefined {
  return locations[0]?.physicalLocation.region;
}

/** A result about a whole file comes first. */
function compareRegions(a: MergedRegion | undefined, b: MergedRegion | undefined): number {
  const difference = (name: 'startLine' | 'startColumn' | 'endLine' | 'endColumn') =>
    (a?.[name] ?? 0) - (b?.[name] ?? 0);
  return (
    difference('startLine') || difference('startColumn') || difference('endLine') || difference('endColumn')
  );
}
