import type { Effect, Evidence, NamedAs } from '../model/evidence.ts';
import type { Reach } from '../model/facts.ts';
import type { Preset } from '../model/ruleset.ts';
import { isStale } from '../model/staleness.ts';
import { type Audience, SEVERITIES, type Severity } from '../model/vocabulary.ts';

/** What severity depends on besides the act itself. */
export interface Circumstances {
  readonly audience: ReadonlySet<Audience>;
  /** The reference decides where content is held, or holds it. */
  readonly bearsData: boolean;
  readonly preset: Preset;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

/**
 * The level that one act alone gives a reference; `undefined` when it never raises one.
 * Error means: somebody bound by this act would breach it.
 */
export function severityOf(reach: Reach, circumstances: Circumstances): Severity | undefined {
  const { evidence, namedAs } = reach;
  if (NEVER_RAISES.has(namedAs) || isUnverified(evidence)) return undefined;
  const level = inPreset(
    cell(evidence, namedAs, bindsAny(evidence, circumstances.audience), circumstances.bearsData),
    reach,
    circumstances.preset,
  );
  return level && capWhenStale(level, evidence, circumstances.today);
}

/** Whether readers of the audience would breach the act or have to obey it. */
export function bindsAny({ binds }: Evidence, audience: ReadonlySet<Audience>): boolean {
  return binds.some(each => audience.has(each));
}

/** The worse of the levels; `undefined` when there is none. */
export function worst(levels: readonly (Severity | undefined)[]): Severity | undefined {
  return SEVERITIES.find(severity => levels.includes(severity));
}

/** Acts against another product of the group, or a former parent, say nothing about this service. */
const NEVER_RAISES: ReadonlySet<NamedAs> = new Set<NamedAs>([
  'sister-product',
  'former-parent-unverified',
  'not-named',
]);

/** An act of which no source was seen stays in the panel, marked as not verified. */
function isUnverified(evidence: Evidence): boolean {
  return evidence.sourceQuality === 'recall';
}

type Level = Severity | undefined;
interface Row {
  /** The act binds the reader's audience. */
  readonly binding: (circumstances: Cell) => Level;
  /** It binds others, or no audience is stated. */
  readonly other: (circumstances: Cell) => Level;
}
interface Cell {
  readonly namedAs: NamedAs;
  readonly bearsData: boolean;
}

const always = (level: Level) => (): Level => level;
const byRole = ({ bearsData }: Cell): Level => (bearsData ? 'warning' : 'information');
const exactOr =
  (exact: Level, otherwise: Level) =>
  ({ namedAs }: Cell) =>
    namedAs === 'exact' ? exact : otherwise;

const PROHIBITS_BUYING: Row = {
  binding: ({ namedAs }) => (namedAs === 'affiliate' ? 'warning' : 'error'),
  other: always('warning'),
};
const EXPOSES: Row = { binding: byRole, other: byRole };
const OPEN_QUESTION: Row = { binding: exactOr('warning', 'information'), other: always('information') };
const NEVER_ALONE: Row = { binding: always(undefined), other: always(undefined) };

/** The table: effect × whether it binds the reader. */
const TABLE: Readonly<Record<Effect, Row>> = {
  'prohibits-use': {
    binding: always('error'),
    other: always('warning'),
  },
  'prohibits-procurement': PROHIBITS_BUYING,
  'prohibits-government-use': PROHIBITS_BUYING,
  'prohibits-sector-use': PROHIBITS_BUYING,
  'prohibits-subsidy-and-authorisation': PROHIBITS_BUYING,
  'restricts-data-transactions': {
    // Error only for resources that are marked as holding covered data, which no file says today.
    binding: always('warning'),
    other: always('information'),
  },
  'restricts-supply-to-vendor': {
    binding: always('warning'),
    other: exactOr('warning', 'information'),
  },
  'regulates-transfer': {
    binding: byRole,
    other: always('information'),
  },
  'compels-assistance': EXPOSES,
  'requires-localisation': EXPOSES,
  reviews: OPEN_QUESTION,
  proposes: OPEN_QUESTION,
  contests: OPEN_QUESTION,
  alleges: NEVER_ALONE,
  'restricts-securities': NEVER_ALONE,
  informs: NEVER_ALONE,
  'authorises-action': NEVER_ALONE,
  'none-now': NEVER_ALONE,
  removes: NEVER_ALONE,
};

/** Acts that no longer hold inform; they do not warn. */
const NO_LONGER_HOLDS: ReadonlySet<Evidence['status']> = new Set<Evidence['status']>([
  'lapsed',
  'superseded',
  'revoked',
  'withdrawn',
  'removed',
  'suspended',
  'closed',
]);

function cell(evidence: Evidence, namedAs: NamedAs, bound: boolean, bearsData: boolean): Level {
  const inForce = !NO_LONGER_HOLDS.has(evidence.status);
  const row = TABLE[evidence.effect];
  const level = (bound && inForce ? row.binding : row.other)({ namedAs, bearsData });
  return level && !inForce ? 'information' : level;
}

function inPreset(level: Level, { evidence, namedAs }: Reach, preset: Preset): Level {
  if (!level || preset === 'baseline') return level;
  if (preset === 'watch') return SEVERITIES[SEVERITIES.indexOf(level) + 1] ?? 'hint';
  const namesIt = namedAs === 'exact' || namedAs === 'parent';
  const forbids = /^(prohibits|restricts)-/.test(evidence.effect) && !NO_LONGER_HOLDS.has(evidence.status);
  return namesIt && forbids ? 'error' : worst([level, 'warning']);
}

/** A status last seen more than 18 months ago does not call anything a breach, unless it is a statute or a published list. */
function capWhenStale(level: Severity, evidence: Evidence, today: string): Severity {
  const durable = evidence.confidence === 'high' && (evidence.kind === 'law' || evidence.kind === 'listing');
  return level === 'error' && !durable && isStale(evidence.asOf, today) ? 'warning' : level;
}
