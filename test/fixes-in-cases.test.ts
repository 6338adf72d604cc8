import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  fixesOf,
  fixTree,
  loadRulesets,
  type PlannedFix,
  type ScanResult,
  scan,
  Workspace,
} from '../src/engine/index.ts';
import type { Finding } from '../src/model/finding.ts';
import type { Ruleset } from '../src/model/ruleset.ts';
import { ENGLISH } from '../src/report/language.ts';
import { applyEdits } from '../src/text/edit.ts';
import type { Source } from '../src/text/source.ts';
import { diskTree, memoryTree, testClock } from './support/disk-tree.ts';

/** What holds for every fix that is offered in any case of any format, checked by a scan that knows nothing of fixes. */
const root = join(import.meta.dirname, 'cases');

describe('fixes in all cases', () => {
  let ruleset: Ruleset;
  before(async () => {
    ({ ruleset } = await loadRulesets([]));
  });

  for (const format of readdirSync(root).sort()) {
    it(`${format}: what is offered clears its finding and harms nothing; a run leaves nothing drop-in`, async () => {
      for (const name of readdirSync(join(root, format)).sort())
        await checkCase(join(root, format, name), ruleset);
    }).timeout(120_000);
  }
});

async function checkCase(folder: string, ruleset: Ruleset): Promise<void> {
  const tree = diskTree(folder, ['expected.txt']);
  const workspace = new Workspace({ tree, ruleset, clock: testClock });
  const before = await workspace.scan();
  const texts: Record<string, string> = {};
  for (const path of new Set(before.findings.map(finding => finding.path))) {
    const { offered, sources } = await offeredIn(path, workspace);
    for (const [each, source] of sources) texts[each] = source.text;
    for (const planned of offered) await checkFix(planned, { ...texts }, ruleset, folder);
  }
  const run = await fixTree(workspace, 'drop-in');
  for (const path of new Set(run.result.findings.map(finding => finding.path))) {
    const { offered } = await offeredIn(path, workspace);
    const left = offered
      .filter(({ fix }) => fix.grade === 'drop-in')
      .map(({ fix }) => ENGLISH.phrase(fix.title));
    assert.deepEqual(left, [], `${folder}: ${path}`);
  }
}

/** What works for the findings of one file. */
async function offeredIn(
  path: string,
  workspace: Workspace,
): Promise<{ offered: PlannedFix[]; sources: ReadonlyMap<string, Source> }> {
  const { findings, catalog, sources } = await workspace.check(path);
  const offered: PlannedFix[] = [];
  for (const finding of findings.filter(each => each.path === path && catalog)) {
    const described = catalog
      ? fixesOf(finding, { ruleset: workspace.policy, catalog, findings, sources })
      : [];
    for (const fix of described.filter(each => !each.silences)) {
      const proven = await workspace.prove({ finding, fix }, sources);
      assert.ok(
        proven.grade !== 'refused' || (proven.reason && proven.edits.size === 0),
        ENGLISH.phrase(proven.title),
      );
      if (proven.grade !== 'refused') offered.push({ finding, fix: proven });
    }
  }
  return { offered, sources };
}

/** In the module alone, scanned afresh before and after. */
async function checkFix(
  { finding, fix }: PlannedFix,
  texts: Readonly<Record<string, string>>,
  ruleset: Ruleset,
  folder: string,
): Promise<void> {
  const kept = Object.fromEntries(Object.entries(texts).filter(([path]) => !fix.regenerated?.includes(path)));
  const changed = { ...kept };
  for (const [path, edits] of fix.edits) changed[path] = applyEdits(kept[path] ?? '', edits);
  const before = await scanOnce(kept, ruleset);
  const after = await scan({ tree: memoryTree(changed), ruleset, clock: testClock });
  const where = `${folder}: ${ENGLISH.phrase(fix.title)}`;
  if (!fix.settles) {
    assert.ok(
      count(after.findings, finding) < count(before.findings, finding),
      `${where} leaves its finding`,
    );
  }
  for (const { path, kind, value } of fix.settles ?? []) {
    const place = { vendor: finding.vendor, path, kind, value };
    assert.ok(!places(after.findings).has(placeKey(place)), `${where} leaves ${kind} ${value} in ${path}`);
  }
  // What is left of a finding can be put together anew: no place may be flagged that was not.
  const known = places(before.findings);
  for (const place of places(after.findings)) assert.ok(known.has(place), `${where} brings ${place}`);
  assert.ok(after.problems.length <= before.problems.length, `${where} is read worse`);
}

const scans = new Map<string, Promise<ScanResult>>();

/** Most fixes of a module start from the same texts. */
function scanOnce(texts: Readonly<Record<string, string>>, ruleset: Ruleset): Promise<ScanResult> {
  const key = JSON.stringify(texts);
  const result = scans.get(key) ?? scan({ tree: memoryTree(texts), ruleset, clock: testClock });
  scans.set(key, result);
  return result;
}

/** All places of active findings, those of their occurrences included. */
function places(findings: readonly Finding[]): Set<string> {
  const active = findings.filter(finding => !finding.suppression);
  return new Set(
    active.flatMap(finding => [
      placeKey(finding),
      ...finding.occurrences.map(each => placeKey({ ...each, vendor: finding.vendor })),
    ]),
  );
}

function placeKey({
  vendor,
  kind,
  path,
  value,
}: Pick<Finding, 'vendor' | 'kind' | 'path' | 'value'>): string {
  return [vendor, kind, path, value].join(' ');
}

function count(findings: readonly Finding[], { rule, vendor, kind, path, value }: Finding): number {
  return findings.filter(
    each =>
      !each.suppression &&
      each.rule === rule &&
      each.vendor === vendor &&
      each.kind === kind &&
      each.path === path &&
      each.value === value,
  ).length;
}
