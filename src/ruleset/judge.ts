import type { Facts, Reach } from '../model/facts.ts';
import type { TraceStep } from '../model/finding.ts';
import type { Attribution, Match } from '../model/match.ts';
import type { EffectiveRule, Ruleset } from '../model/ruleset.ts';
import {
  type Concern,
  compareSeverity,
  DATA_BEARING_ROLES,
  type ReferenceKind,
  type Severity,
} from '../model/vocabulary.ts';
import { expandAudience } from './audience.ts';
import { aspectsOf, holds, isApproved, type Subject } from './conditions.ts';
import { compareGraded, type Graded, isShown, severityUnder } from './graded.ts';
import { evidenceTrace, placeTrace, ruleTrace } from './judgement-trace.ts';
import { bindsAny, severityOf } from './severity.ts';

/** What the ruleset says about one match. */
export interface Judgement {
  readonly rule: string;
  readonly severity: Severity;
  readonly concerns: readonly Concern[];
  /** Evidence ids, the ones that decide first. */
  readonly evidence: readonly string[];
  readonly trace: readonly TraceStep[];
  /** The vendor itself is flagged, not only the place. */
  readonly vendorFlagged: boolean;
}

/** Judges matches by one ruleset on one day. */
export class Judge {
  private readonly ruleset: Ruleset;
  private readonly facts: Facts;
  /** The day that expiry and staleness are measured on, `YYYY-MM-DD`. */
  readonly today: string;
  private readonly audience: ReturnType<typeof expandAudience>;
  private readonly looksAtPaths: boolean;
  private readonly known = new Map<string, Judgement | undefined>();
  private readonly floors: readonly { readonly judge: Judge; readonly counts: ReadonlySet<string> }[];
  /** By the very attribution, for callers who give equal ones as one object. */
  private readonly byAttribution = new WeakMap<Attribution, Map<ReferenceKind, Judgement | undefined>>();

  constructor(ruleset: Ruleset, facts: Facts, today: string) {
    this.ruleset = ruleset;
    this.facts = facts;
    this.today = today;
    this.audience = expandAudience(ruleset.audience);
    this.looksAtPaths = ruleset.rules.some(rule => rule.when.paths !== undefined);
    this.floors = (ruleset.floors ?? []).map(floor => ({
      judge: new Judge(floor.ruleset, facts, today),
      counts: new Set(
        floor.ruleset.rules.flatMap(rule => (rule.locked || !floor.lockedOnly ? [rule.id] : [])),
      ),
    }));
  }

  /** The judgement, or `undefined` when no rule flags the match. Never milder than what the floors require. */
  judge(match: Match): Judgement | undefined {
    return this.floors.reduce<Judgement | undefined>((severest, { judge, counts }) => {
      const least = judge.judge(match);
      if (!least || !counts.has(least.rule)) return severest;
      return severest && compareSeverity(severest.severity, least.severity) <= 0 ? severest : least;
    }, this.judgeByRules(match));
  }

  private judgeByRules({ attribution, reference, path }: Match): Judgement | undefined {
    if (attribution.unlisted) return this.judgeUnlisted(attribution, reference.kind, path);
    if (this.looksAtPaths) return this.judgeAttribution(attribution, reference.kind, path);
    const byKind = this.byAttribution.get(attribution) ?? new Map<ReferenceKind, Judgement | undefined>();
    if (byKind.has(reference.kind)) return byKind.get(reference.kind);
    const judgement = this.judgeAttribution(attribution, reference.kind, path);
    this.byAttribution.set(attribution, byKind.set(reference.kind, judgement));
    return judgement;
  }

  private judgeAttribution(
    attribution: Attribution,
    kind: ReferenceKind,
    path: string,
  ): Judgement | undefined {
    const candidates = [attribution.vendor, ...(attribution.alternatives ?? [])];
    const judgements = candidates.map(vendor => this.judgeVendor({ ...attribution, vendor }, kind, path));
    // An id that several vendors use is flagged only if it would be whichever of them it belongs to.
    return judgements.every(judgement => judgement !== undefined) ? judgements[0] : undefined;
  }

  /** Only a rule for what is not approved flags what belongs to no vendor of the catalog. */
  private judgeUnlisted(attribution: Attribution, kind: ReferenceKind, path: string): Judgement | undefined {
    const subject: Subject = { attribution, jurisdiction: undefined, kind, path, concerns: [] };
    const rule = this.ruleset.rules.find(
      each =>
        (each.severity === 'off' || each.when.approved === false) &&
        holds(each, subject, this.ruleset.approved),
    );
    if (!rule || rule.severity === 'off') return undefined;
    const severity = severityUnder(rule, [], this.ruleset.preset);
    const trace = [ruleTrace(rule, severity)];
    return { rule: rule.id, severity, concerns: [], evidence: [], trace, vendorFlagged: true };
  }

  /** Many references differ in nothing that a rule looks at: they are judged once. */
  private judgeVendor(attribution: Attribution, kind: ReferenceKind, path: string): Judgement | undefined {
    const { vendor, relationship, region, location, operator, role } = attribution;
    const key = [
      vendor,
      relationship,
      region,
      location,
      operator,
      role,
      kind,
      this.looksAtPaths ? path : '',
    ].join('\n');
    if (!this.known.has(key)) this.known.set(key, this.judgeAnew(attribution, kind, path));
    return this.known.get(key);
  }

  private judgeAnew(attribution: Attribution, kind: ReferenceKind, path: string): Judgement | undefined {
    const vendor = this.facts.vendor(attribution.vendor);
    if (!vendor) return undefined;
    const subject: Subject = {
      attribution,
      jurisdiction: vendor.jurisdiction.country,
      kind,
      path,
      concerns: [],
    };
    const reaches = this.reaches(subject);
    const judged: Subject = { ...subject, concerns: concernsOf(reaches, attribution) };
    const rules = this.ruleset.rules.filter(rule => this.applies(rule, judged));
    const [rule] = rules;
    if (!rule || rule.severity === 'off') return undefined;
    return this.judgement(rule, rules, judged, kind);
  }

  private applies(rule: EffectiveRule, subject: Subject): boolean {
    if (!holds(rule, subject, this.ruleset.approved)) return false;
    if (rule.when.approved !== undefined) return true;
    const aspects = aspectsOf(rule.when);
    if (aspects.place) return !this.isRegionApproved(subject);
    return !isApproved(subject, this.ruleset.approved);
  }

  /** Only by its id: a pattern such as `*` says what may be used in general, not that a place is exempt. */
  private isRegionApproved({ attribution }: Subject): boolean {
    const { region } = attribution;
    return region !== undefined && (this.ruleset.approved.regions[attribution.vendor] ?? []).includes(region);
  }

  private judgement(
    rule: EffectiveRule,
    rules: readonly EffectiveRule[],
    subject: Subject,
    kind: ReferenceKind,
  ): Judgement {
    const { attribution } = subject;
    const sides = rules.map(each => aspectsOf(each.when));
    const vendorFlagged = sides.some(side => side.vendor);
    const reaches = this.reaches(subject, { vendor: vendorFlagged, place: sides.some(side => side.place) });
    const graded = this.grade(reaches, bearsData(attribution, kind));
    const levels = graded.map(each => each.severity);
    const severity = severityUnder(rule, levels, this.ruleset.preset);
    return {
      rule: rule.id,
      severity,
      concerns: this.concernsFor(graded, attribution),
      evidence: graded.filter(isShown).map(({ reach }) => reach.evidence.id),
      trace: [...placeTrace(attribution), ...evidenceTrace(graded), ruleTrace(rule, severity)],
      vendorFlagged,
    };
  }

  /** What the acts that count are about. A prohibition concerns those whom it binds. */
  private concernsFor(graded: readonly Graded[], attribution: Attribution): Concern[] {
    const counting = graded.filter(isShown);
    const forbidden = counting.some(
      ({ isBinding, reach }) => isBinding && reach.evidence.concerns.includes('regulatory-prohibition'),
    );
    return concernsOf(
      counting.map(({ reach }) => reach),
      attribution,
    ).filter(concern => forbidden || concern !== 'regulatory-prohibition');
  }

  /** The acts that reach the vendor's side and the place's side; both unless told otherwise. */
  private reaches(
    { attribution, jurisdiction }: Subject,
    aspects = { vendor: true, place: true },
  ): readonly Reach[] {
    const { vendor, location, operator } = attribution;
    const jurisdictions = [
      ...(aspects.vendor && jurisdiction !== undefined ? [jurisdiction] : []),
      // A separate operator answers to the law of the place that it operates in.
      ...(aspects.place && operator !== undefined && location !== undefined ? [location] : []),
    ];
    const reaches = this.facts.evidenceFor({
      ...(aspects.vendor ? { vendor } : {}),
      jurisdictions,
      location,
    });
    // Nobody buys a mirror or stores data in it: only what is said about the software that comes from there counts.
    if (attribution.relationship !== 'mirror') return reaches;
    return reaches.filter(({ evidence }) => evidence.concerns.includes('supply-chain-integrity'));
  }

  private grade(reaches: readonly Reach[], bears: boolean): Graded[] {
    const circumstances = {
      audience: this.audience,
      bearsData: bears,
      preset: this.ruleset.preset,
      today: this.today,
    };
    return reaches
      .map(reach => ({
        reach,
        severity: severityOf(reach, circumstances),
        isBinding: bindsAny(reach.evidence, this.audience),
      }))
      .sort((a, b) => compareGraded(a, b, this.today));
  }
}

/**
 * Whether content rests where the reference points. A resource says so by its role; a region, endpoint, state
 * backend or SDK decides where content goes even when no role is known.
 */
function bearsData({ role, relationship }: Attribution, kind: ReferenceKind): boolean {
  if (role !== undefined) return DATA_BEARING_ROLES.has(role);
  if (relationship === 'mirror' || relationship === 'open-source' || relationship === 'deploy-tool')
    return false;
  return DECIDES_WHERE_DATA_GOES.has(kind);
}

const DECIDES_WHERE_DATA_GOES: ReadonlySet<ReferenceKind> = new Set<ReferenceKind>([
  'region',
  'partition',
  'backend',
  'host',
  'package',
]);

/** What the acts are about, and what the relationship itself brings. */
function concernsOf(reaches: readonly Reach[], attribution: Attribution): Concern[] {
  if (attribution.relationship === 'mirror') return ['supply-chain-integrity'];
  const concerns = new Set(reaches.flatMap(reach => reach.evidence.concerns));
  if (attribution.relationship === 'ai-api') concerns.add('ai-data-use');
  return [...concerns].sort();
}
