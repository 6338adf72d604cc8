import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { inventory, loadRulesets, scan } from '../src/engine/index.ts';
import { formatsByName } from '../src/formats/classify.ts';
import { CASES, damage, readCases } from './support/damage.ts';
import { memoryTree, testClock } from './support/disk-tree.ts';

/** Half-typed and damaged files are normal input: any cut or change of any case still ends in an answer. */
describe('any damage to any case', () => {
  const cases = readdirSync(CASES).sort().flatMap(readCases);

  it('never throws, keeps spans inside the text, and accounts for every reference', async function () {
    this.timeout(120_000);
    const { ruleset } = await loadRulesets([]);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...cases), fc.nat(), damage(), async (texts, chosen, change) => {
        const paths = Object.keys(texts).filter(path => formatsByName(path).length > 0);
        const path = paths[chosen % Math.max(1, paths.length)] ?? '';
        const damaged = { ...texts, [path]: change(texts[path] ?? '') };
        const tree = memoryTree(damaged);
        const listed = await inventory({ tree });
        const scanned = await scan({ tree, ruleset, clock: testClock });
        const places = [
          ...listed.references,
          ...scanned.findings,
          ...scanned.findings.flatMap(finding => [...finding.occurrences, ...finding.trail]),
          ...scanned.problems.flatMap(problem =>
            problem.path !== undefined && problem.span ? [{ path: problem.path, span: problem.span }] : [],
          ),
        ];
        for (const place of places) {
          const length = damaged[place.path]?.length ?? -1;
          const { start, end } = place.span;
          assert.ok(
            start >= 0 && start <= end && end <= length,
            `${place.path}: ${start}-${end} of ${length}`,
          );
        }
        assert.deepEqual(
          listed.problems.filter(problem => problem.code === 'internal-error'),
          [],
        );
        for (const { state, reason } of listed.references)
          assert.equal(state === 'matched', reason === undefined);
        const { files, references } = scanned.stats;
        const counted = references.matched + references.unmatched + references.unresolved;
        // What the prefilter leaves unread is in the inventory alone.
        if (files.parsed === files.classified) assert.equal(counted, listed.references.length);
        else assert.ok(counted <= listed.references.length);
      }),
      { numRuns: Number(process.env.PROPERTY_RUNS ?? 400), seed: 20_261_123 },
    );
  });
});
