import type { DataFlow } from '../model/data-flow.ts';
import type { Finding, FindingKind } from '../model/finding.ts';
import type { Ruleset } from '../model/ruleset.ts';
import type { Concern } from '../model/vocabulary.ts';
import type { MessageContext } from './context.ts';
import { type Inline, joined, type Line } from './documents/document.ts';
import type { Language } from './language.ts';

/** The parts of sentences that message, hover and dossier share. */

/** What stands on the line: `package from a mirror ali-oss, stores data`. */
export function thingPieces(finding: Finding, language: Language): Line {
  const kind = kindWords(finding.kind, language);
  const what =
    finding.relationship === 'mirror' && finding.kind !== 'mirror'
      ? language.say('message.from-mirror', { kind })
      : kind;
  return [`${what} `, { code: finding.value }];
}

/** Where it is and who runs it there: `in Beijing, China (cn-north-1)`, `operated by Sinnet`; the country alone when asked. */
export function wherePieces(finding: Finding, language: Language, countryOnly = false): Line[] {
  const { location, city, region, operator } = finding;
  const place = placeWords({ location, city: countryOnly ? undefined : city }, language);
  if (place === undefined) return [];
  const named: Line =
    countryOnly || region === undefined || region === finding.value
      ? [place]
      : inlines(language.pieces('message.region', { place, region: { code: region } }));
  return [
    inlines(language.pieces('message.in', { place: named })),
    ...(operator === undefined ? [] : [[language.say('message.operated-by', { operator })]]),
  ];
}

/** Which dependencies bring a package in. */
export function broughtInPieces({ via }: Finding, language: Language): Line[] {
  if (via.length < 2) return [];
  const path = joined(
    via.slice(0, -1).map(name => [{ code: name }]),
    ' › ',
  );
  return [inlines(language.pieces('message.brought-in-by', { path }))];
}

/** What is approved instead of what a finding is about; nothing when the rulesets approve nothing else. */
export function approvedNames(
  finding: Finding,
  { facts, ruleset }: MessageContext,
  language: Language,
): string[] {
  if (finding.relationship === 'mirror') {
    const registry =
      finding.ecosystem === undefined ? undefined : ruleset.approved.registries[finding.ecosystem];
    return [registry ?? language.say('message.default-registry')];
  }
  if (ruleset.approved.vendors.includes(finding.vendor)) return [language.say('message.regions-elsewhere')];
  return approvedVendors(ruleset)
    .filter(id => id !== finding.vendor)
    .map(id => facts.vendor(id)?.name ?? id);
}

/** Vendor ids that the rulesets approve, the preferred ones first. */
export function approvedVendors({ approved }: Pick<Ruleset, 'approved'>): string[] {
  return [...new Set([...approved.prefer, ...approved.vendors])];
}

/** What happens to data: `sends prompts and files to Example Cloud (as configured)`. */
export function dataFlowWords({ does, data, anyOf, to = [], when }: DataFlow, language: Language): string {
  const words = (data ?? anyOf ?? []).map(kind => language.say(`data.${kind}`));
  const flow = language.say(`flow.${does}`, {
    data: anyOf ? language.alternatives(words) : language.list(words),
    to: language.alternatives(to),
  });
  return when === undefined
    ? flow
    : language.say('flow.when', { flow, when: language.say(`flow-when.${when}`) });
}

/** Which policy, and whom it is for. */
export function rulesetWords(
  { name, audience }: Pick<Ruleset, 'name' | 'audience'>,
  language: Language,
): string {
  return audience.length === 0
    ? language.say('report.ruleset', { ruleset: name })
    : language.say('report.ruleset-for', {
        ruleset: name,
        audience: language.list(audience.map(id => language.say(`audience.${id}`))),
      });
}

/** What a reference is, as the subject of "… on this line". */
export function kindWords(kind: FindingKind, language: Language): string {
  return language.say(`kind.${kind}`);
}

/** What a concern is called. */
export function concernWords(concern: Concern, language: Language): string {
  return language.say(`concern.${concern}`);
}

/** What a concern means. */
export function concernDefinition(concern: Concern, language: Language): string {
  return language.say(`definition.${concern}`);
}

/** A line from pieces whose values are lines, inlines or text. */
export function inlines(
  pieces: readonly ({ readonly text: string } | { readonly value: Inline | Line | string })[],
): Line {
  return pieces.flatMap(piece => {
    if ('text' in piece) return [piece.text];
    return isLine(piece.value) ? piece.value : [piece.value];
  });
}

function isLine(value: Inline | Line): value is Line {
  return Array.isArray(value);
}

/** Where a finding's region lies: `Beijing, China`. */
function placeWords(
  { city, location }: Readonly<Record<'city' | 'location', string | undefined>>,
  language: Language,
) {
  if (location === undefined) return undefined;
  const country = language.country(location);
  const name = city === undefined ? country : language.words(city);
  return name === country ? language.within(location) : `${name}, ${country}`;
}

/** With a capital at its beginning. */
export function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
