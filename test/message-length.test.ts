import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { loadCatalog, loadLanguage, loadRulesets, scan } from '../src/engine/index.ts';
import { findingMessage, LONGEST_MESSAGE } from '../src/report/message.ts';
import { diskTree, testClock } from './support/disk-tree.ts';

/**
 * A list of problems shows one line of each message: no finding of any case says more than fits, in any language and
 * whoever reads it.
 */
const LANGUAGES = ['en', 'fr', 'de'] as const;
const cases = join(import.meta.dirname, 'cases');

describe('messages', () => {
  it('of all cases fit a list of problems, in every language', async function () {
    this.timeout(300_000);
    const facts = await loadCatalog();
    const languages = await Promise.all(LANGUAGES.map(loadLanguage));
    const { ruleset } = await loadRulesets(
      [{ bundled: 'eu-data-transfer' }],
      ['us-defense-contractor', 'eu'],
    );
    const lengths: number[] = [];
    for (const format of readdirSync(cases)) {
      for (const name of readdirSync(join(cases, format))) {
        const tree = diskTree(join(cases, format, name), ['expected.txt']);
        const { findings } = await scan({ tree, ruleset, clock: testClock });
        for (const finding of findings) {
          for (const language of languages) {
            const context = { facts, ruleset, language, today: testClock.today() };
            const message = findingMessage(finding, context);
            assert.ok(message.length <= LONGEST_MESSAGE, message);
            assert.doesNotMatch(message, /…$/, 'a sentence has its end');
            lengths.push(message.length);
          }
        }
      }
    }
    assert.ok(lengths.length > 3000, `${lengths.length} messages`);
  });
});
