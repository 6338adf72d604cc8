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
const RegionSchema = v.looseObject({ startLine: v.number(), startColumn: v.number() });
const LocationSchema = v.looseObject({
  physicalLocation: v.looseObject({
    artifactLocation: v.looseObject({ uri: v.string() }),
    region: v.optional(RegionSchema),
  }),
});
const ResultSchema = v.looseObject({
  ruleId: v.string(),
  ruleIndex: v.optional(v.number()),
  locations: v.pipe(v.array(LocationSchema), v.minLength(1)),
  relatedLocations: v.optional(v.array(LocationSchema)),
});
type MergedResult = v.InferInput<typeof ResultSchema>;
type MergedLocation = v.InferInput<typeof LocationSchema>;

/**
 * Merges SARIF reports into one log with one run, in pieces: platforms take one run of a tool. Rules are joined, and
 * the results point at the joined ones. Memory grows with the number of reports, not with their length.
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
      invocations: checkedShape(InvocationsSchema, rest.invocations, `${name}: invocations`, 'sarif'),
      rest,
    };
  }

  *results(indexes: ReadonlyMap<string, number>): Generator<MergedResult> {
    while (this.events.peek()?.property === 'results') {
      const value = this.events.next()?.value;
      const result = checkedShape(ResultSchema, value, `${this.input.name}: result`, 'sarif');
      const ruleIndex = indexes.get(result.ruleId);
      yield withPrefix(ruleIndex === undefined ? result : { ...result, ruleIndex }, this.input.prefix);
    }
  }
}

function joinedRules(
  rules: readonly v.InferInput<typeof DescriptorSchema>[],
): Pick<ReportingDescriptor, 'id'>[] {
  const byId = new Map(rules.map(rule => [rule.id, rule]));
  return [...byId.values()].sort((a, b) => comparePaths(a.id, b.id));
}

function withPrefix(result: MergedResult, prefix: string): MergedResult {
  if (prefix === '') return result;
  const uriPrefix = prefix.split('/').map(encodeURIComponent).join('/');
  const moved = (location: MergedLocation): MergedLocation => {
    const { physicalLocation } = location;
    const { artifactLocation } = physicalLocation;
    const uri = uriPrefix + artifactLocation.uri;
    return {
      ...location,
      physicalLocation: { ...physicalLocation, artifactLocation: { ...artifactLocation, uri } },
    };
  };
  return {
    ...result,
    locations: result.locations.map(moved),
    ...(result.relatedLocations ? { relatedLocations: result.relatedLocations.map(moved) } : {}),
  };
}

/** The order of a scan's findings. */
function compareResults(a: MergedResult, b: MergedResult): number {
  const [first, second] = [a.locations[0]?.physicalLocation, b.locations[0]?.physicalLocation];
  return (
    comparePaths(first?.artifactLocation.uri ?? '', second?.artifactLocation.uri ?? '') ||
    (first?.region?.startLine ?? 0) - (second?.region?.startLine ?? 0) ||
    (first?.region?.startColumn ?? 0) - (second?.region?.startColumn ?? 0) ||
    comparePaths(a.ruleId, b.ruleId)
  );
}
