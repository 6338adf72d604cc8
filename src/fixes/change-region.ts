import type { Region } from '../model/catalog.ts';
import type { Finding } from '../model/finding.ts';
import type { Fix } from '../model/fix.ts';
import type { EffectiveRule } from '../model/ruleset.ts';
import type { TextEdit } from '../text/edit.ts';
import type { Source } from '../text/source.ts';
import { type Location, sliceSpan, span } from '../text/span.ts';
import type { FixContext } from './context.ts';
import { editsByPath } from './edits.ts';

/** How many regions a menu offers. */
const OFFERED = 6;

/**
 * Moves a finding's region: one fix per approved region of the same vendor, the best first. The region is replaced
 * where it is written, in the finding and in every occurrence; a zone keeps its suffix. A region can be left only
 * where its vendor may stay.
 */
export function changeRegion(finding: Finding, context: FixContext): Fix[] {
  const { region: current, vendor, kind } = finding;
  if (kind !== 'region' || current === undefined) return [];
  if (!context.ruleset.approved.vendors.includes(vendor)) return [];
  const places = placesOf(finding, current, context.sources);
  if (places.length === 0) return [];
  return approvedRegions(finding, context)
    .slice(0, OFFERED)
    .map((choice, index) => ({
      id: 'change-region',
      title: `Change region to ${choice.id}${choice.city ? ` (${choice.city})` : ''}`,
      grade: 'guided',
      preferred: index === 0,
      edits: editsByPath(places.map(place => ({ path: place.path, edit: replaceBy(place, choice.id) }))),
      reason: 'Data that is already stored stays where it is, and zone or instance types may differ.',
    }));
}

/** The regions that the ruleset approves, in its order; without such a list all of the vendor's. None in a flagged place. */
function approvedRegions(finding: Finding, { ruleset, catalog, matchesGlob }: FixContext): Region[] {
  const isFlagged = (country: string) => ruleset.rules.some(rule => flagsPlace(rule, country));
  const regions = catalog
    .regionsOf(finding.vendor)
    .filter(({ id, country }) => id !== finding.region && country !== undefined && !isFlagged(country));
  const patterns = ruleset.approved.regions[finding.vendor] ?? ['*'];
  return [...new Set(patterns.flatMap(pattern => regions.filter(region => matchesGlob(pattern, region.id))))];
}

function flagsPlace({ severity, when }: EffectiveRule, country: string): boolean {
  if (severity === 'off') return false;
  const { locations, locationsExcept } = when;
  return locations?.includes(country) === true || locationsExcept?.includes(country) === false;
}

/** Where the region id is written: at the literal that gives a value, else at the reference itself. */
function placesOf(finding: Finding, region: string, sources: ReadonlyMap<string, Source>): Location[] {
  const candidates = [finding, ...finding.occurrences].map(each => each.origin ?? each);
  const places = new Map<string, Location>();
  for (const { path, span: whole } of candidates) {
    const source = sources.get(path);
    const start = source ? sliceSpan(source.text, whole).indexOf(region) : -1;
    if (start < 0) continue;
    const place = { path, span: span(whole.start + start, whole.start + start + region.length) };
    places.set(`${path}\n${place.span.start}`, place);
  }
  return [...places.values()];
}

function replaceBy(place: Location, newText: string): TextEdit {
  return { span: place.span, newText };
}
