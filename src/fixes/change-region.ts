import type { Region } from '../model/catalog.ts';
import type { Finding } from '../model/finding.ts';
import type { Fix } from '../model/fix.ts';
import type { TextEdit } from '../text/edit.ts';
import type { Source } from '../text/source.ts';
import { type Location, sliceSpan, span } from '../text/span.ts';

/** How many regions a menu offers. */
const OFFERED = 6;

/**
 * Moves a finding's region: one fix per approved region of the same vendor, the best first. The region is replaced
 * where it is written, in the finding and in every occurrence; a zone keeps its suffix.
 * @param choices approved regions, best first
 */
export function changeRegion(
  finding: Finding,
  choices: readonly Region[],
  sources: ReadonlyMap<string, Source>,
): Fix[] {
  const { region: current } = finding;
  if (current === undefined) return [];
  const places = placesOf(finding, current, sources);
  if (places.length === 0) return [];
  return choices.slice(0, OFFERED).map((choice, index) => ({
    id: 'change-region',
    title: `Change region to ${choice.id}${choice.city ? ` (${choice.city})` : ''}`,
    grade: 'guided',
    preferred: index === 0,
    edits: editsAt(places, choice.id),
    reason: 'Data that is already stored stays where it is, and zone or instance types may differ.',
  }));
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

function editsAt(places: readonly Location[], region: string): Map<string, TextEdit[]> {
  const edits = new Map<string, TextEdit[]>();
  for (const { path, span: place } of places) {
    const edit = { span: place, newText: region };
    const others = edits.get(path);
    if (others) others.push(edit);
    else edits.set(path, [edit]);
  }
  return edits;
}
