import { UNKNOWN_PART } from '../model/expression.ts';
import type { Finding, Occurrence, TraceStep } from '../model/finding.ts';
import type { Match } from '../model/match.ts';
import { CONFIDENCES, type Confidence, compareSeverity, type ReferenceKind } from '../model/vocabulary.ts';
import { hashText } from '../text/hash.ts';
import { comparePaths } from '../text/path.ts';
import { compareSpans, type Location, type Span } from '../text/span.ts';
import type { JudgedMatch } from './cause.ts';
import { groupByCause, type Member } from './causes.ts';

/** One finding per cause, sorted by place; every judged match is a finding or an occurrence of one. */
export function makeFindings(judged: readonly JudgedMatch[]): Finding[] {
  return groupByCause(judged).map(makeFinding).sort(compareFindings);
}

/** Orders findings by path, place, rule and value. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    comparePaths(a.path, b.path) ||
    compareSpans(a.span, b.span) ||
    comparePaths(a.rule, b.rule) ||
    comparePaths(a.vendor, b.vendor) ||
    comparePaths(a.value, b.value)
  );
}

function makeFinding(members: readonly Member[]): Finding {
  const ordered = [...members].sort(comparePlaces);
  const [primary, ...others] = ordered as [Member, ...Member[]];
  const deciding = ordered.reduce((worst, each) =>
    compareSeverity(each.judgement.severity, worst.judgement.severity) < 0 ? each : worst,
  );
  const { match } = primary;
  const { attribution, reference, resolved } = match;
  const place = placeOf(primary);
  const value = shownValue(match);
  const identity = [deciding.judgement.rule, place.path, ...reference.structuralPath, value];
  return {
    rule: deciding.judgement.rule,
    vendor: attribution.vendor,
    kind: reference.kind,
    relationship: attribution.relationship,
    concerns: deciding.judgement.concerns,
    severity: deciding.judgement.severity,
    confidence: highestConfidence(ordered),
    path: place.path,
    span: place.span,
    value,
    ...placeFacts(primary, others),
    ...present('role', attribution.role),
    ...present('resourceType', reference.resourceType),
    ...present('dataFlow', attribution.dataFlow),
    ...present('purl', reference.package?.purl),
    ...present('ecosystem', reference.ecosystem),
    ...present('mirrorOf', attribution.mirrorOf),
    ...present('unlisted', attribution.unlisted?.name),
    evidence: deciding.judgement.evidence,
    trace: [...lockfileTrace(primary), ...valueTrace(match), ...deciding.judgement.trace],
    trail: resolved.trail,
    ...present('origin', resolved.origin),
    via: primary.via?.names ?? [],
    occurrences: occurrencesOf(primary, others),
    fingerprint: hashText(identity.join('\n')),
    structuralPath: reference.structuralPath,
  };
}

/** The highest that a place has. There can be more places than a call takes arguments. */
function highestConfidence(members: readonly JudgedMatch[]): Confidence {
  const given = new Set(members.map(member => member.match.attribution.confidence));
  return CONFIDENCES.find(confidence => given.has(confidence)) ?? 'possible';
}

/** The region of the finding: its own, else the only one that its occurrences name. */
function placeFacts(
  primary: JudgedMatch,
  others: readonly JudgedMatch[],
): Pick<Finding, 'region' | 'location' | 'city' | 'operator'> {
  const own = primary.match.attribution;
  const regional = others.map(other => other.match.attribution).filter(each => each.region !== undefined);
  const regions = new Set(regional.map(each => each.region));
  const source = own.location === undefined && regions.size === 1 ? (regional[0] ?? own) : own;
  return {
    ...present('region', source.region),
    ...present('location', source.location),
    ...present('city', source.city),
    ...present('operator', source.operator),
  };
}

/** A lockfile-only package stands at the manifest's line; its place in the lockfile is an occurrence. */
function placeOf(member: JudgedMatch): Location {
  return { path: pathOf(member), span: spanOf(member) };
}

function pathOf({ match, via }: JudgedMatch): string {
  return via?.at ? via.at.path : match.path;
}

function spanOf({ match, via }: JudgedMatch): Span {
  return via?.at ? via.at.span : match.reference.span;
}

function occurrencesOf(primary: JudgedMatch, others: readonly JudgedMatch[]): Occurrence[] {
  const own = { value: shownValue(primary.match), ...placeOf(primary) };
  const all: Occurrence[] = [];
  addOccurrences(primary, all);
  for (const other of others) addOccurrences(other, all);
  return all
    .filter(each => compareOccurrences(each, own) !== 0)
    .sort(compareOccurrences)
    .filter((each, index, sorted) => {
      const before = sorted[index - 1];
      return !before || compareOccurrences(before, each) !== 0;
    });
}

function addOccurrences({ match, via }: JudgedMatch, all: Occurrence[]): void {
  const value = shownValue(match);
  const { kind, span, repeats } = match.reference;
  const { origin } = match.resolved;
  const add = (path: string, place: Span): void => {
    all.push(origin ? { path, span: place, value, kind, origin } : { path, span: place, value, kind });
  };
  if (via?.at) add(via.at.path, via.at.span);
  add(match.path, span);
  for (const repeat of repeats ?? []) add(match.path, repeat);
}

type PlacedValue = Pick<Occurrence, 'path' | 'span' | 'value'>;

function compareOccurrences(a: PlacedValue, b: PlacedValue): number {
  return comparePaths(a.path, b.path) || compareSpans(a.span, b.span) || comparePaths(a.value, b.value);
}

/** Best place first: written by a person, a provider before what is built on it, then by place. */
function comparePlaces(a: Member, b: Member): number {
  return (
    Number(a.isUse) - Number(b.isUse) ||
    Number(a.generated && !a.via?.at) - Number(b.generated && !b.via?.at) ||
    rankOf(a.match.reference.kind) - rankOf(b.match.reference.kind) ||
    stepsToAddress(a) - stepsToAddress(b) ||
    comparePaths(pathOf(a), pathOf(b)) ||
    compareSpans(spanOf(a), spanOf(b)) ||
    Number(isPartlyUnknown(a)) - Number(isPartlyUnknown(b)) ||
    comparePaths(a.match.resolved.value, b.match.resolved.value)
  );
}

function isPartlyUnknown({ match }: JudgedMatch): boolean {
  return match.resolved.value.includes(UNKNOWN_PART);
}

/** A provider's source address comes before the local names that stand for it. */
function stepsToAddress({ match }: JudgedMatch): number {
  return match.reference.kind === 'provider' ? match.resolved.trail.length : 0;
}

/** Kinds that are not listed come last. */
function rankOf(kind: ReferenceKind): number {
  const rank = PRIMARY_KINDS.indexOf(kind);
  return rank < 0 ? PRIMARY_KINDS.length : rank;
}

const PRIMARY_KINDS: readonly ReferenceKind[] = [
  'partition',
  'plugin',
  'api-group',
  'provider',
  'region',
  'resource',
  'data-source',
];

/** A package that only a lockfile has, without the way in. */
function lockfileTrace({ match, generated, via }: Member): TraceStep[] {
  const isUnexplained = generated && !via && match.reference.package?.dependency === 'transitive';
  return isUnexplained ? [{ step: 'lockfile', path: match.path }] : [];
}

function valueTrace({ resolved, attribution }: Match): TraceStep[] {
  return [
    ...resolved.trail.map(({ name, path, span }) => ({ step: 'value' as const, name, path, span })),
    { step: 'indicator', indicator: attribution.indicator, vendor: attribution.vendor },
  ];
}

/** The value as people read it: unknown parts, and what is longer than any name, as an ellipsis. */
function shownValue({ resolved: { value } }: Pick<Match, 'resolved'>): string {
  const shown = value.length > LONGEST_SHOWN ? value.slice(0, LONGEST_SHOWN) + UNKNOWN_PART : value;
  return shown.replaceAll(UNKNOWN_PART, '…');
}

/** In UTF-16 code units. A report writes the value out for each place that has it. */
const LONGEST_SHOWN = 500;

/** An optional property that is left out when it has no value. */
function present<Key extends string, Value>(name: Key, value: Value | undefined): { [K in Key]?: Value } {
  return value === undefined ? {} : ({ [name]: value } as { [K in Key]: Value });
}
