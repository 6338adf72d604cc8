import type { Facts, VendorFacts } from '../model/facts.ts';
import type { Condition, EffectiveRule, Rule, RulesetFile } from '../model/ruleset.ts';
import { mayMean } from '../text/alike.ts';
import { type Phrase, phrase } from '../words/phrase.ts';
import { endsSoon } from './exceptions.ts';
import { matchesGlob } from './glob.ts';
import { shadowOf } from './shadow.ts';
import { unknownPlaces } from './unknown-places.ts';

/** Something in a ruleset that is well-formed and yet cannot be meant. */
export interface Mistake {
  /** Where in the file: `['rules', 0, 'when', 'vendors', 1]`. */
  readonly location: readonly (string | number)[];
  readonly level: 'error' | 'warning' | 'information';
  readonly message: Phrase;
  /** It is about a name that nothing has. */
  readonly isUnknown?: true;
}

/** What a ruleset is checked against. */
export interface CheckContext {
  readonly facts: Pick<Facts, 'vendor' | 'regionsOf'> & { readonly vendors: readonly VendorFacts[] };
  /** The rules of the ruleset and of all that it stands on, in the order in which they are tried. */
  readonly rules: readonly EffectiveRule[];
  readonly today: string;
  /** What the ruleset is called among those that it stands on. */
  readonly layer: string;
}

/** Names that nobody has, rules that can never match, exceptions and dates that are over; in the order of the file. */
export function mistakesIn(file: RulesetFile, context: CheckContext): Mistake[] {
  return [
    ...expiredMistake(file, context),
    ...approvedMistakes(file, context),
    ...(file.rules ?? []).flatMap((rule, index) => ruleMistakes(rule, ['rules', index], context)),
    ...exceptionMistakes(file, context),
    ...testMistakes(file, context),
  ];
}

/** Rules without a test that must find nothing: nobody knows what else they flag. */
export function rulesWithoutNegativeTest({ rules = [], tests = [] }: RulesetFile): Rule[] {
  const tested = new Set(tests.flatMap(test => (test.finds.length === 0 ? [test.rule] : [])));
  return rules.filter(rule => rule.severity !== 'off' && !tested.has(rule.id) && !tested.has(undefined));
}

type Location = readonly (string | number)[];

function error(location: Location, message: Phrase): Mistake {
  return { location, level: 'error', message };
}

function unknown(location: Location, message: Phrase): Mistake {
  return { ...error(location, message), isUnknown: true };
}

function warning(location: Location, message: Phrase): Mistake {
  return { location, level: 'warning', message };
}

function expiredMistake({ expires }: RulesetFile, { today }: CheckContext): Mistake[] {
  return expires !== undefined && expires < today
    ? [error(['expires'], phrase('policy.expired', { day: expires }))]
    : [];
}

function unknownVendors(ids: readonly string[] = [], at: Location, { facts }: CheckContext): Mistake[] {
  return ids.flatMap((id, index) => (facts.vendor(id) ? [] : [unknown([...at, index], noVendor(id, facts))]));
}

function noVendor(vendor: string, { vendors }: CheckContext['facts']): Phrase {
  const meant = vendors.filter(({ id, name, aliases }) => mayMean(vendor, [id, name, ...aliases]));
  const [only] = meant;
  return only && meant.length === 1
    ? phrase('policy.no-vendor-but', { vendor, meant: only.id })
    : phrase('policy.no-vendor', { vendor });
}

function approvedMistakes({ approved = {} }: RulesetFile, context: CheckContext): Mistake[] {
  const regions = Object.entries(approved.regions ?? {}).flatMap(([vendor, patterns]) => {
    const at = ['approved', 'regions', vendor];
    if (!context.facts.vendor(vendor)) return [unknown(at, noVendor(vendor, context.facts))];
    return patterns.flatMap((pattern, index) =>
      hasRegion(vendor, pattern, context)
        ? []
        : [
            {
              ...warning([...at, index], phrase('policy.no-region', { vendor, region: pattern })),
              isUnknown: true as const,
            },
          ],
    );
  });
  return [
    ...unknownVendors(approved.vendors, ['approved', 'vendors'], context),
    ...unknownVendors(approved.prefer, ['approved', 'prefer'], context),
    ...regions,
  ];
}

function hasRegion(vendor: string, pattern: string, { facts }: CheckContext): boolean {
  return facts.regionsOf(vendor).some(region => matchesGlob(pattern, region.id));
}

function ruleMistakes({ id, when }: Rule, at: Location, context: CheckContext): Mistake[] {
  const strangers = unknownVendors(when.vendors, [...at, 'when', 'vendors'], context);
  if (strangers.length > 0) return strangers;
  const places = unknownPlaces(when, context.facts);
  if (places.length > 0)
    return places.map(({ location, message }) => ({
      isUnknown: true,
      ...warning([...at, 'when', ...location], message),
    }));
  const reason = whyNever(when, context);
  if (reason !== undefined)
    return [error([...at, 'id'], phrase('policy.never-matches', { rule: id, reason }))];
  const shadow = shadowIn(id, context);
  if (!shadow) return [];
  const names = { rule: id, other: shadow.id };
  return [
    error(
      [...at, 'id'],
      shadow.layer === context.layer
        ? phrase('policy.never-decides', names)
        : phrase('policy.never-decides-of', { ...names, ruleset: shadow.layer }),
    ),
  ];
}

/** A rule of a lower layer keeps its place when it is replaced: the order is that of the whole policy. */
function shadowIn(id: string, { rules, facts }: CheckContext): EffectiveRule | undefined {
  const index = rules.findIndex(rule => rule.id === id);
  const rule = rules[index];
  return rule && shadowOf(rule, rules.slice(0, index), vendor => facts.vendor(vendor)?.jurisdiction.country);
}

/** Conditions that exclude each other. */
function whyNever(when: Condition, { facts }: CheckContext): Phrase | undefined {
  const homes = when.vendors?.map(id => facts.vendor(id)?.jurisdiction.country ?? '');
  const { jurisdictions, jurisdictionsExcept = [], locations, locationsExcept = [], regions } = when;
  if (homes && jurisdictions && !homes.some(home => jurisdictions.includes(home))) {
    return phrase('policy.no-home');
  }
  if (homes && jurisdictionsExcept.length > 0 && homes.every(home => jurisdictionsExcept.includes(home))) {
    return phrase('policy.homes-excepted');
  }
  if (jurisdictions?.every(country => jurisdictionsExcept.includes(country))) {
    return phrase('policy.jurisdictions-excepted');
  }
  if (locations?.every(country => locationsExcept.includes(country)))
    return phrase('policy.locations-excepted');
  if (!when.vendors || when.operators) return undefined;
  const known = when.vendors.flatMap(id => facts.regionsOf(id));
  if (regions && !known.some(({ id }) => regions.some(pattern => matchesGlob(pattern, id)))) {
    return phrase('policy.no-such-region');
  }
  if (locations && !known.some(({ country = '' }) => locations.includes(country))) {
    return phrase('policy.no-region-there');
  }
  return undefined;
}

function exceptionMistakes(
  { exceptions = [] }: RulesetFile,
  { facts, rules, today }: CheckContext,
): Mistake[] {
  const ruleIds = idsOf(rules);
  return exceptions.flatMap(({ match, expires }, index) => {
    if (!ruleIds.has(match) && !facts.vendor(match)) {
      const message = phrase('policy.unknown-match', { match });
      return [unknown(['exceptions', index, 'match'], message)];
    }
    if (expires >= today) {
      const message = phrase('policy.exception-soon', { day: expires });
      const location = ['exceptions', index, 'expires'];
      return endsSoon(expires, today) ? [{ location, level: 'information', message }] : [];
    }
    return [warning(['exceptions', index, 'expires'], phrase('policy.exception-ended', { day: expires }))];
  });
}

function testMistakes({ tests = [] }: RulesetFile, { rules }: CheckContext): Mistake[] {
  const ruleIds = idsOf(rules);
  return tests.flatMap(({ rule }, index) =>
    rule === undefined || ruleIds.has(rule)
      ? []
      : [unknown(['tests', index, 'rule'], phrase('policy.no-rule', { rule }))],
  );
}

function idsOf(rules: CheckContext['rules']): ReadonlySet<string> {
  return new Set(rules.map(rule => rule.id));
}
