import type { Region } from '../model/catalog.ts';
import type { Finding } from '../model/finding.ts';
import type { Fix } from '../model/fix.ts';
import { dataWords, type Phrase, phrase } from '../words/phrase.ts';
import { approvedRegions } from './approved-regions.ts';
import type { FixContext } from './context.ts';
import { moveEdits } from './move.ts';
import { partitionOf } from './partition.ts';

/** What names a region or a part of a cloud. */
const KINDS: ReadonlySet<string> = new Set(['region', 'partition', 'host', 'image']);

/** How many regions a menu offers. */
const OFFERED = 6;

/**
 * Moves a finding's region: one fix per approved region of the same vendor, the best first. The region is replaced
 * where it is written, in the finding and in every occurrence; a zone keeps its suffix, and resource names and hosts of the
 * module get the new region's partition. A region can be left only where its vendor may stay.
 */
export function changeRegion(finding: Finding, context: FixContext): Fix[] {
  const { vendor, kind, relationship } = finding;
  if (!KINDS.has(kind) || relationship === 'mirror') return [];
  if (!context.ruleset.approved.vendors.includes(vendor)) return [];
  const fixes = new Map<string, Fix>();
  for (const choice of approvedRegions(vendor, context)) {
    if (fixes.size === OFFERED) break;
    const fix = choice.id === finding.region ? undefined : fixFor(choice, finding, context);
    const title = JSON.stringify(fix?.title);
    if (fix && !fixes.has(title)) fixes.set(title, { ...fix, preferred: fixes.size === 0 });
  }
  return [...fixes.values()];
}

function fixFor(to: Region, finding: Finding, context: FixContext): Fix | undefined {
  const { vendor, region } = finding;
  const partition = partitionOf(finding, context);
  // A host that only names a region is an endpoint like any other.
  if (partition === undefined && (finding.kind === 'host' || finding.kind === 'image')) return undefined;
  const edits = moveEdits({ vendor, region, partition, to }, finding, context);
  if (edits.size === 0) return undefined;
  return {
    id: 'change-region',
    title: titleOf(to, finding),
    grade: 'guided',
    preferred: false,
    edits,
    reason: phrase('region.next'),
  };
}

function titleOf({ id, city, partition = '' }: Region, { region }: Finding): Phrase {
  if (region === undefined) return phrase('region.partition', { partition });
  return city === undefined
    ? phrase('region.change', { region: id })
    : phrase('region.change-city', { region: id, city: dataWords(city) });
}
