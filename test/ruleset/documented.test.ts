import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { checkRuleset, testRuleset } from '../../src/engine/index.ts';
import { testClock } from '../support/disk-tree.ts';

const PAGES = ['README.md', 'docs/policy.md'];

/** The rulesets that the documentation shows. */
function examples(): { readonly name: string; readonly text: string }[] {
  return PAGES.flatMap(page => {
    const markdown = readFileSync(new URL(`../../${page}`, import.meta.url), 'utf8');
    return [...markdown.matchAll(/^```jsonc\n([\s\S]*?)^```/gm)].map(([, text = ''], index) => ({
      name: `${page} ${index + 1}`,
      text,
    }));
  });
}

describe('documented rulesets', () => {
  it('are there', () => assert.ok(examples().length >= 3));

  for (const source of examples()) {
    it(`${source.name} has no mistake, and its tests pass`, async () => {
      const checked = await checkRuleset(source, testClock);
      assert.deepEqual(
        checked.remarks.filter(remark => remark.level === 'error'),
        [],
      );
      const outcomes = await testRuleset(source, checked, testClock);
      assert.deepEqual(
        outcomes.filter(outcome => !outcome.isGood),
        [],
      );
    });
  }
});
