import type { Condition, Refusal, Rule, Ruleset, RulesetFile } from '../model/ruleset.ts';
import { counted, type Phrase, phrase } from '../words/phrase.ts';
import { flagsUnlisted } from './could-flag.ts';
import { matchesGlob } from './glob.ts';
import type { Layer } from './merge.ts';

/** What remains of a repository's layer, and what was refused of it. */
export interface Tightened {
  readonly layer: Layer;
  readonly refusals: readonly Refusal[];
}

/** The country whose authorities can compel a vendor. */
type JurisdictionOf = (vendor: string) => string | undefined;

/**
 * Takes from a repository's layer all that would weaken what its organisation says: changes of locked rules, further
 * approvals, looser suppressions or a looser preset, exceptions that it may not grant itself. Each attempt is told.
 */
export function tightenOnly(layer: Layer, organisation: Ruleset, jurisdictionOf: JurisdictionOf): Tightened {
  const attempt = new Attempt(layer);
  const { rules, approved, preset, suppressions, exceptions, ...rest } = layer.file;
  const file: RulesetFile = {
    ...rest,
    ...some('rules', rules && allowedRules(rules, organisation, jurisdictionOf, attempt)),
    ...some('approved', approved && allowedApprovals(approved, organisation, attempt)),
    ...some('preset', allowedPreset(preset, organisation.preset, attempt)),
    ...some('suppressions', allowedSuppressions(suppressions, organisation.suppressions, attempt)),
    ...some('exceptions', allowedExceptions(exceptions, organisation, attempt)),
  };
  delete file.repositoryExceptions;
  return { layer: { ...layer, file }, refusals: attempt.refusals };
}

/** Collects what is refused, each at its place. */
class Attempt {
  private readonly layer: Layer;
  private readonly found: Refusal[] = [];

  constructor(layer: Layer) {
    this.layer = layer;
  }

  refuse(location: readonly (string | number)[], detail: Phrase): void {
    const { origin } = this.layer;
    // Whoever extends a ruleset that comes with the product does not mean all that it approves.
    if (!origin || (this.isBundled && location[0] === 'approved')) return;
    this.found.push({ place: { path: origin.path, span: origin.spanOf(location) }, detail });
  }

  /** All stand at one name when the ruleset comes with the product: then they are told as one. */
  get refusals(): readonly Refusal[] {
    const [first, ...others] = this.found;
    if (!this.isBundled || !first || others.length === 0) return this.found;
    return [
      {
        ...first,
        detail: counted('refusal.more', others.length, { first: first.detail, ruleset: this.layer.name }),
      },
    ];
  }

  private get isBundled(): boolean {
    return this.layer.name.startsWith('vendor-diligence:');
  }
}

/** A rule that would take precedence over a locked one stays: the locked one's level holds all the same. */
function allowedRules(
  rules: readonly Rule[],
  organisation: Ruleset,
  jurisdictionOf: JurisdictionOf,
  attempt: Attempt,
): Rule[] {
  const locked = organisation.rules.filter(rule => rule.locked);
  return rules.filter((rule, index) => {
    const same = locked.find(each => each.id === rule.id);
    if (same) {
      attempt.refuse(
        ['rules', index, 'id'],
        phrase('refusal.locked', { rule: rule.id, ruleset: same.layer }),
      );
      return false;
    }
    const shadowed =
      WEAK.has(rule.severity) && !organisation.rules.some(each => isSame(each, rule))
        ? locked.find(each => couldOverlap(rule.when, each.when, jurisdictionOf))
        : undefined;
    if (shadowed) {
      attempt.refuse(
        ['rules', index, 'severity'],
        phrase('refusal.severity', { severity: rule.severity, rule: shadowed.id, ruleset: shadowed.layer }),
      );
    }
    return true;
  });
}

/** The organisation says so itself. */
function isSame(a: Rule, b: Rule): boolean {
  return a.id === b.id && a.severity === b.severity && JSON.stringify(a.when) === JSON.stringify(b.when);
}

/** Levels that no locked rule is written for. */
const WEAK: ReadonlySet<Rule['severity']> = new Set<Rule['severity']>(['off', 'hint', 'information']);

/** Whether something may satisfy both conditions: they overlap unless a list that both have has nothing in common. */
function couldOverlap(a: Condition, b: Condition, jurisdictionOf: JurisdictionOf): boolean {
  const homes = (condition: Condition) =>
    condition.jurisdictions ?? condition.vendors?.flatMap(vendor => jurisdictionOf(vendor) ?? []);
  return (
    intersect(a.vendors, b.vendors) &&
    intersect(homes(a), homes(b)) &&
    intersect(a.locations, b.locations) &&
    intersect(a.relationships, b.relationships) &&
    intersect(a.kinds, b.kinds) &&
    intersect(a.roles, b.roles) &&
    leavesIn(homes(a), b.jurisdictionsExcept) &&
    leavesIn(homes(b), a.jurisdictionsExcept)
  );
}

function intersect(a: readonly string[] | undefined, b: readonly string[] | undefined): boolean {
  return a === undefined || b === undefined || a.some(value => b.includes(value));
}

function leavesIn(values: readonly string[] | undefined, excepted: readonly string[] | undefined): boolean {
  return values === undefined || excepted === undefined || values.some(value => !excepted.includes(value));
}

type Approvals = NonNullable<RulesetFile['approved']>;

function allowedApprovals(approved: Approvals, ruleset: Ruleset, attempt: Attempt): Approvals {
  const organisation = ruleset.approved;
  // What belongs to no vendor of the catalog is nobody's concern unless the organisation flags it.
  const sources = flagsUnlisted(ruleset)
    ? allowedNames('sources', approved.sources, organisation.sources, attempt)
    : approved.sources;
  return {
    ...some('vendors', allowedNames('vendors', approved.vendors, organisation.vendors, attempt)),
    ...some('prefer', allowedNames('prefer', approved.prefer, organisation.vendors, attempt)),
    ...some('sources', sources),
    ...some('regions', approved.regions && allowedRegions(approved.regions, organisation.regions, attempt)),
    ...some(
      'registries',
      approved.registries && allowedRegistries(approved.registries, organisation.registries, attempt),
    ),
  };
}

function allowedNames(
  list: 'vendors' | 'prefer' | 'sources',
  names: readonly string[] | undefined,
  allowed: readonly string[],
  attempt: Attempt,
): string[] | undefined {
  return names?.filter((name, index) => {
    if (allowed.includes(name)) return true;
    attempt.refuse(['approved', list, index], phrase('refusal.not-approved', { name }));
    return false;
  });
}

/** A narrower list of the regions that the organisation approves, or any for a vendor without such a list. */
function allowedRegions(
  regions: Readonly<Record<string, readonly string[]>>,
  organisation: Ruleset['approved']['regions'],
  attempt: Attempt,
): Record<string, string[]> {
  const allowed = Object.entries(regions).map(([vendor, patterns]) => {
    const wider = organisation[vendor];
    const kept = patterns.filter((pattern, index) => {
      if (wider === undefined || wider.includes(pattern)) return true;
      if (!/[*?!{[(]/.test(pattern) && wider.some(each => matchesGlob(each, pattern))) return true;
      attempt.refuse(
        ['approved', 'regions', vendor, index],
        phrase('refusal.region', { region: pattern, vendor }),
      );
      return false;
    });
    return [vendor, kept.length > 0 ? kept : [...(wider ?? [])]] as const;
  });
  return Object.fromEntries(allowed);
}

function allowedRegistries(
  registries: Readonly<Record<string, string>>,
  organisation: Readonly<Record<string, string>>,
  attempt: Attempt,
): Record<string, string> {
  const allowed = Object.entries(registries).filter(([ecosystem, address]) => {
    if (organisation[ecosystem] === address) return true;
    attempt.refuse(
      ['approved', 'registries', ecosystem],
      phrase('refusal.registry', { registry: address, ecosystem }),
    );
    return false;
  });
  return Object.fromEntries(allowed);
}

const PRESETS: readonly Ruleset['preset'][] = ['watch', 'baseline', 'strict'];
const SUPPRESSIONS: readonly Ruleset['suppressions'][] = ['allow', 'require-reason', 'forbid'];

function allowedPreset(preset: RulesetFile['preset'], organisation: Ruleset['preset'], attempt: Attempt) {
  if (preset === undefined || PRESETS.indexOf(preset) >= PRESETS.indexOf(organisation)) return preset;
  attempt.refuse(['preset'], phrase('refusal.preset', { preset, organisation }));
  return undefined;
}

function allowedSuppressions(
  policy: RulesetFile['suppressions'],
  organisation: Ruleset['suppressions'],
  attempt: Attempt,
) {
  if (policy === undefined || SUPPRESSIONS.indexOf(policy) >= SUPPRESSIONS.indexOf(organisation))
    return policy;
  attempt.refuse(['suppressions'], phrase('refusal.suppressions', { policy, organisation }));
  return undefined;
}

function allowedExceptions(
  exceptions: RulesetFile['exceptions'],
  organisation: Ruleset,
  attempt: Attempt,
): RulesetFile['exceptions'] {
  if (organisation.repositoryExceptions === 'allow') return exceptions;
  for (const [index, { match }] of (exceptions ?? []).entries()) {
    attempt.refuse(['exceptions', index, 'match'], phrase('refusal.exceptions', { match }));
  }
  return undefined;
}

/** A property that is left out when it has no value. */
function some<Key extends string, Value>(key: Key, value: Value | undefined): { [K in Key]?: Value } {
  return value === undefined ? {} : ({ [key]: value } as { [K in Key]: Value });
}
