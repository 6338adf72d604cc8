import type { Facts } from '../model/facts.ts';
import type { Condition, EffectiveRule, Rule, RulesetFile } from '../model/ruleset.ts';
import { endsSoon } from './exceptions.ts';
import { matchesGlob } from './glob.ts';
import { shadowOf } from './shadow.ts';

/** Something in a ruleset that is well-formed and yet cannot be meant. */
export interface Mistake {
  /** Where in the file: `['rules', 0, 'when', 'vendors', 1]`. */
  readonly location: readonly (string | number)[];
  readonly level: 'error' | 'warning' | 'information';
  readonly message: string;
  /** It is about a name that nothing has. */
  readonly isUnknown?: true;
}

/** What a ruleset is checked against. */
export interface CheckContext {
  readonly facts: Pick<Facts, 'vendor' | 'regionsOf'>;
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

function error(location: Location, message: string): Mistake {
  return { location, level: 'error', message };
}

function unknown(location: Location, message: string): Mistake {
  return { ...error(location, message), isUnknown: true };
}

function warning(location: Location, message: string): Mistake {
  return { location, level: 'warning', message };
}

function expiredMistake({ expires }: RulesetFile, { today }: CheckContext): Mistake[] {
  return expires !== undefined && expires < today
    ? [error(['expires'], `the ruleset expired on ${expires}`)]
    : [];
}

function unknownVendors(ids: readonly string[] = [], at: Location, { facts }: CheckContext): Mistake[] {
  return ids.flatMap((id, index) =>
    facts.vendor(id) ? [] : [unknown([...at, index], `there is no vendor "${id}" in the catalog`)],
  );
}

function approvedMistakes({ approved = {} }: RulesetFile, context: CheckContext): Mistake[] {
  const regions = Object.entries(approved.regions ?? {}).flatMap(([vendor, patterns]) => {
    const at = ['approved', 'regions', vendor];
    if (!context.facts.vendor(vendor)) return [unknown(at, `there is no vendor "${vendor}" in the catalog`)];
    return patterns.flatMap((pattern, index) =>
      hasRegion(vendor, pattern, context)
        ? []
        : [
            {
              ...warning([...at, index], `${vendor} has no region "${pattern}" in the catalog`),
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
  const reason = whyNever(when, context);
  if (reason !== undefined) return [error([...at, 'id'], `rule "${id}" can never match: ${reason}`)];
  const shadow = shadowIn(id, context);
  if (!shadow) return [];
  const whose = shadow.layer === context.layer ? '' : ` of ${shadow.layer}`;
  return [
    error(
      [...at, 'id'],
      `rule "${id}" can never decide: rule "${shadow.id}"${whose}, which is tried before it, holds for all that it does`,
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
function whyNever(when: Condition, { facts }: CheckContext): string | undefined {
  const homes = when.vendors?.map(id => facts.vendor(id)?.jurisdiction.country ?? '');
  const { jurisdictions, jurisdictionsExcept = [], locations, locationsExcept = [], regions } = when;
  if (homes && jurisdictions && !homes.some(home => jurisdictions.includes(home))) {
    return 'none of its vendors is run from one of its jurisdictions';
  }
  if (homes && jurisdictionsExcept.length > 0 && homes.every(home => jurisdictionsExcept.includes(home))) {
    return 'all of its vendors are run from countries that it excepts';
  }
  if (jurisdictions?.every(country => jurisdictionsExcept.includes(country))) {
    return 'it excepts all of its jurisdictions';
  }
  if (locations?.every(country => locationsExcept.includes(country)))
    return 'it excepts all of its locations';
  if (!when.vendors || when.operators) return undefined;
  const known = when.vendors.flatMap(id => facts.regionsOf(id));
  if (regions && !known.some(({ id }) => regions.some(pattern => matchesGlob(pattern, id)))) {
    return 'its vendors have no such region';
  }
  if (locations && !known.some(({ country = '' }) => locations.includes(country))) {
    return 'its vendors have no region in one of its locations';
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
      const message = `"${match}" is neither a rule of this policy nor a vendor of the catalog`;
      return [unknown(['exceptions', index, 'match'], message)];
    }
    if (expires >= today) {
      const message = `the exception ends soon, on ${expires}`;
      const location = ['exceptions', index, 'expires'];
      return endsSoon(expires, today) ? [{ location, level: 'information', message }] : [];
    }
    return [warning(['exceptions', index, 'expires'], `the exception ended on ${expires}: remove it`)];
  });
}

function testMistakes({ tests = [] }: RulesetFile, { rules }: CheckContext): Mistake[] {
  const ruleIds = idsOf(rules);
  return tests.flatMap(({ rule }, index) =>
    rule === undefined || ruleIds.has(rule)
      ? []
      : [unknown(['tests', index, 'rule'], `there is no rule "${rule}" in this policy`)],
  );
}

function idsOf(rules: CheckContext['rules']): ReadonlySet<string> {
  return new Set(rules.map(rule => rule.id));
}
