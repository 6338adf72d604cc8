import type { Region } from '../model/catalog.ts';
import type { Finding } from '../model/finding.ts';
import type { Fix } from '../model/fix.ts';
import { dirname } from '../text/path.ts';
import { sliceSpan, span } from '../text/span.ts';
import { dataWords, type Phrase, phrase } from '../words/phrase.ts';
import { approvedRegions } from './approved-regions.ts';
import type { FixContext } from './context.ts';
import { editsByPath, type PlacedEdit } from './edits.ts';

/** How many regions a menu offers. */
const OFFERED = 6;

/**
 * Moves a finding's region: one fix per approved region of the same vendor, the best first. The region is replaced
 * where it is written, in the finding and in every occurrence; a zone keeps its suffix, and resource names of the module
 * get the new region's partition. A region can be left only where its vendor may stay.
 */
export function changeRegion(finding: Finding, context: FixContext): Fix[] {
  const { vendor, kind } = finding;
  if (kind !== 'region' && kind !== 'partition') return [];
  if (!context.ruleset.approved.vendors.includes(vendor)) return [];
  const fixes = approvedRegions(vendor, context)
    .filter(({ id }) => id !== finding.region)
    .flatMap(choice => fixFor(choice, finding, context));
  const distinct = new Map(fixes.map(fix => [JSON.stringify(fix.title), fix]));
  return [...distinct.values()].slice(0, OFFERED).map((fix, index) => ({ ...fix, preferred: index === 0 }));
}

function fixFor(choice: Region, finding: Finding, context: FixContext): Fix[] {
  const partition = partitionOf(finding, context);
  const edits = [
    ...(finding.region === undefined ? [] : replacements(finding.region, choice.id, finding, context)),
    ...(partition === undefined ? [] : partitionEdits(partition, choice.partition, finding, context)),
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

/** Where the region id is written: at the literal that gives a value, else at the reference itself. */
function replacements(
  current: string,
  next: string,
  finding: Finding,
  { sources }: FixContext,
): PlacedEdit[] {
  return [finding, ...finding.occurrences].flatMap(each => {
    const { path, span: whole } = each.origin ?? each;
    const source = sources.get(path);
    const at = source ? sliceSpan(source.text, whole).indexOf(current) : -1;
    if (at < 0) return [];
    const start = whole.start + at;
    return [{ path, edit: { span: span(start, start + current.length), newText: next } }];
  });
}

/** The partition of the region, or the one that the finding itself names (`arn:aws-cn:…`). */
function partitionOf({ vendor, region, value, kind }: Finding, { catalog }: FixContext): string | undefined {
  if (region !== undefined) return catalog.region(vendor, region)?.partition;
  return kind === 'partition' ? (/^arn:([\w-]+):/.exec(value)?.[1] ?? value) : undefined;
}

/** In every resource name of the module: some of them name a partition but no region. */
function partitionEdits(
  current: string,
  next: string | undefined,
  finding: Finding,
  { sources }: FixContext,
): PlacedEdit[] {
  if (next === undefined || next === current) return [];
  const folders = new Set([finding, ...finding.occurrences].map(({ path }) => dirname(path)));
  const edits: PlacedEdit[] = [];
  for (const [path, { text }] of sources) {
    if (!folders.has(dirname(path))) continue;
    for (const { index } of text.matchAll(/\barn:/g)) {
      const start = index + 'arn:'.length;
      if (!text.startsWith(`${current}:`, start)) continue;
      edits.push({ path, edit: { span: span(start, start + current.length), newText: next } });
    }
  }
  const { path, span: own } = finding.origin ?? finding;
  const written = sources.get(path);
  const isBare = written !== undefined && sliceSpan(written.text, own) === current;
  return isBare ? [...edits, { path, edit: { span: own, newText: next } }] : edits;
}
