import type { Facts, VendorFacts } from '../model/facts.ts';
import type { Condition } from '../model/ruleset.ts';
import { type Phrase, phrase } from '../words/phrase.ts';
import { matchesGlob } from './glob.ts';

/** A name in a condition that nothing has. */
interface UnknownName {
  /** In the condition: `['locations', 0]`. */
  readonly location: readonly (string | number)[];
  readonly message: Phrase;
}

/**
 * Names in a condition that nothing in the catalog has: a misspelt region, country or operator flags nothing, and looks as if
 * there were nothing to flag.
 */
export function unknownPlaces(
  when: Condition,
  { vendors, regionsOf }: Pick<Facts, 'regionsOf'> & { readonly vendors: readonly VendorFacts[] },
): UnknownName[] {
  const regions = vendors.flatMap(({ id }) => regionsOf(id));
  const homes = new Set(vendors.map(({ jurisdiction }) => jurisdiction.country));
  const places = new Set([...homes, ...regions.map(({ country }) => country)]);
  const operators = new Set(regions.map(({ operator }) => operator));
  const unknown = (
    name: 'jurisdictions' | 'locations' | 'regions' | 'operators',
    isKnown: (value: string) => boolean,
    say: (value: string) => Phrase,
  ): UnknownName[] =>
    (when[name] ?? []).flatMap((value, index) =>
      isKnown(value) ? [] : [{ location: [name, index], message: say(value) }],
    );
  return [
    ...unknown(
      'jurisdictions',
      country => homes.has(country),
      country => phrase('policy.nobody-there', { country }),
    ),
    ...unknown(
      'locations',
      country => places.has(country),
      country => phrase('policy.nothing-there', { country }),
    ),
    ...unknown(
      'regions',
      pattern => regions.some(({ id }) => matchesGlob(pattern, id)),
      region => phrase('policy.no-such-region-at-all', { region }),
    ),
    ...unknown(
      'operators',
      operator => operators.has(operator),
      operator => phrase('policy.no-operator', { operator }),
    ),
  ];
}
