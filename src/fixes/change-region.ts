import type { Region } from '../model/catalog.ts';
import type { Finding } from '../model/finding.ts';
import type { Fix } from '../model/fix.ts';
import { dirname } from '../text/path.ts';
import { sliceSpan, span } from '../text/span.ts';
import { dataWords, type Phrase, phrase } from '../words/phrase.ts';
import { approvedRegions } from './approved-regions.ts';
import type { FixContext } from './context.ts';
import { editsByPath, type PlacedEdit } from './edits.ts';
import { foldersOf, partitionEdits, partitionOf } from './partition.ts';

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
  const fixes = approvedRegions(vendor, context)
    .filter(({ id }) => id !== finding.region)
    .flatMap(choice => fixFor(choice, finding, context));
  const distinct = new Map(fixes.map(fix => [JSON.stringify(fix.title), fix]));
  return [...distinct.values()].slice(0, OFFERED).map((fix, index) => ({ ...fix, preferred: index === 0 }));
}

function fixFor(choice: Region, finding: Finding, context: FixContext): Fix[] {
  const { vendor, region } = finding;
  const partition = partitionOf(finding, context);
  // A host that only names a region is an endpoint like any other.
  if (partition === undefined && (finding.kind === 'host' || finding.kind === 'image')) return [];
  const edits = [
    ...(region === undefined ? [] : replacements(region, choice.id, finding, context)),
    ...(partition === undefined
      ? []
      : partitionEdits({ vendor, region, partition, to: choice }, finding, context)),
  ];
  if (edits.length === 0) return [];
  return [
    {
      id: 'change-region',
      title: titleOf(choice, finding),
      grade: 'guided',
      preferred: false,
      edits: editsByPath(edits),
      reason: phrase('region.next'),
    },
  ];
}

function titleOf({ id, city, partition = '' }: Region, { region }: Finding): Phrase {
  if (region === undefined) return phrase('region.partition', { partition });
  return city === undefined
    ? phrase('region.change', { region: id })
    : phrase('region.change-city', { region: id, city: dataWords(city) });
}

/**
 * Where the region is written: at the literal that gives a value, else at the reference itself; also by other findings in
 * the same folders, so that nothing is left behind that the moved names need.
 */
function replacements(region: string, next: string, finding: Finding, context: FixContext): PlacedEdit[] {
  const folders = foldersOf(finding);
  const places = sameRegion(finding, context).flatMap(each => [each, ...each.occurrences]);
  const own = new Set<Finding | Finding['occurrences'][number]>([finding, ...finding.occurrences]);
  return [...new Set([...own, ...places])].flatMap(each => {
    const { path, span: whole } = each.origin ?? each;
    const source = context.sources.get(path);
    const at = source ? sliceSpan(source.text, whole).indexOf(region) : -1;
    if (at < 0 || !(own.has(each) || folders.has(dirname(path)))) return [];
    const start = whole.start + at;
    return [{ path, edit: { span: span(start, start + region.length), newText: next } }];
  });
}

const BY_REGION = new WeakMap<readonly Finding[], ReadonlyMap<string, readonly Finding[]>>();

/** The findings of the same vendor in the same region. */
function sameRegion({ vendor, region }: Finding, { findings }: FixContext): readonly Finding[] {
  const keyOf = (each: { vendor: string; region?: string | undefined }) => `${each.vendor}\n${each.region}`;
  let known = BY_REGION.get(findings);
  if (!known) {
    const groups = new Map<string, Finding[]>();
    for (const each of findings) {
      if (each.suppression || each.relationship === 'mirror') continue;
      const group = groups.get(keyOf(each));
      if (group) group.push(each);
      else groups.set(keyOf(each), [each]);
    }
    known = groups;
    BY_REGION.set(findings, known);
  }
  return known.get(keyOf({ vendor, region })) ?? [];
}
