import assert from 'node:assert/strict';
import fc from 'fast-check';
import { loadRulesets, Workspace } from '../../src/engine/index.ts';
import { PartedExtraction } from '../../src/formats/shared/parted-extraction.ts';
import type { Reference } from '../../src/model/extraction.ts';
import type { Ruleset } from '../../src/model/ruleset.ts';
import { kubernetes, lockfile } from '../bench/documents.ts';
import { type Damage, damage, readCases } from '../support/damage.ts';
import { memoryTree, testClock } from '../support/disk-tree.ts';
import { longLockfiles } from '../support/lockfiles.ts';
import { memberEdit } from '../support/member-edit.ts';

/** What is remembered from one check to the next never shows: an edited text is checked like a new one. */
describe('checks of a text that is being edited', () => {
  let ruleset: Ruleset;
  before(async () => {
    ({ ruleset } = await loadRulesets([]));
  });

  it('say what a first check says, to the byte', async function () {
    this.timeout(120_000);
    const cases = [
      'terraform',
      'terraform-variables',
      'terraform-lock',
      'packer',
      'nomad',
      'kubernetes',
    ].flatMap(readCases);
    await checkEdits(cases, fc.oneof(damage(), lineEdit()), 150);
  });

  it('say so of lockfiles, whose members are read in parts', async function () {
    this.timeout(120_000);
    const cases = [...readCases('package-lock'), ...longLockfiles(), ...longLockfiles()];
    await checkEdits(cases, fc.oneof(damage(), lineEdit(), memberEdit()), 100);
  });

  for (const [path, start] of [
    ['package-lock.json', lockfile(30_000)],
    ['deployment.yaml', kubernetes(100)],
  ] as const) {
    it(`put the parts of ${path} together for nobody`, async () => {
      const own = Object.getOwnPropertyDescriptor(PartedExtraction.prototype, 'references') ?? {};
      const workspace = workspaceOf({ [path]: start });
      await workspace.check(path);
      let asked = 0;
      const get = (): readonly Reference[] => {
        asked++;
        return [];
      };
      Object.defineProperty(PartedExtraction.prototype, 'references', { ...own, get });
      try {
        for (const text of [start, start.replace('1.0', '1.07'), `\n${start}`]) {
          workspace.setText(path, text);
          assert.ok((await workspace.check(path)).findings.length > 0);
        }
      } finally {
        Object.defineProperty(PartedExtraction.prototype, 'references', own);
      }
      assert.equal(asked, 0);
    });
  }

  async function checkEdits(
    cases: readonly Readonly<Record<string, string>>[],
    edit: fc.Arbitrary<Damage>,
    runs: number,
  ): Promise<void> {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...cases),
        fc.nat(),
        fc.array(edit, { minLength: 1, maxLength: 6 }),
        async (texts, chosen, edits) => {
          const path = chosenPath(texts, chosen);
          const edited = workspaceOf(texts);
          let text = texts[path] ?? '';
          await edited.check(path);
          for (const edit of edits) {
            text = edit(text);
            edited.setText(path, text);
            const fresh = workspaceOf(texts);
            fresh.setText(path, text);
            assert.equal(said(await edited.check(path)), said(await fresh.check(path)));
          }
        },
      ),
      { numRuns: Number(process.env.PROPERTY_RUNS ?? runs), seed: 20_261_126 },
    );
  }

  function workspaceOf(texts: Readonly<Record<string, string>>): Workspace {
    return new Workspace({ tree: memoryTree(texts), ruleset, clock: testClock });
  }
});

function chosenPath(texts: Readonly<Record<string, string>>, chosen: number): string {
  const paths = Object.keys(texts);
  return paths[chosen % paths.length] ?? '';
}

function said({ findings, problems }: Awaited<ReturnType<Workspace['check']>>): string {
  return JSON.stringify({ findings, problems }, undefined, 1);
}

/** What people do to lines: break, repeat, delete and move them, and write new ones above. */
function lineEdit(): fc.Arbitrary<Damage> {
  const part = fc.double({ min: 0, max: 0.999, noNaN: true });
  const change = fc.constantFrom<(lines: string[], from: number, to: number) => unknown>(
    (lines, from) => lines.splice(from, 0, ''),
    (lines, from) => lines.splice(from, 0, '# vendor-diligence-ignore alibaba-cloud -- for a test'),
    (lines, from) => lines.splice(from, 0, '---'),
    (lines, from) => lines.splice(from, 0, '}'),
    (lines, from, to) => lines.splice(from, 0, ...lines.slice(from, to)),
    (lines, from, to) => lines.splice(from, to - from),
    (lines, from, to) => lines.push(...lines.splice(from, to - from)),
    (lines, from, to) => lines.unshift(...lines.splice(from, to - from)),
  );
  return fc.tuple(part, fc.nat(12), change).map(
    ([where, length, edit]): Damage =>
      text => {
        const lines = text.split('\n');
        const from = Math.floor(lines.length * where);
        edit(lines, from, from + length);
        return lines.join('\n');
      },
  );
}
