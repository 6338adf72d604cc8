import assert from 'node:assert/strict';
import { loadRulesets, scan } from '../../src/engine/index.ts';
import { classify } from '../../src/formats/classify.ts';
import { memoryTree, testClock } from '../support/disk-tree.ts';

/** Texts on which a regular expression once took time without end. */
describe('texts that keep regular expressions busy', () => {
  it('comments with CRLF before the mark of cloud-init', () => {
    const started = performance.now();
    classify('user-data.yaml', `${'##\r\n'.repeat(2000)}x`);
    assert.ok(performance.now() - started < 2000);
  });

  it('many decorators on one line of Bicep', async () => {
    const started = performance.now();
    const text = `resource a 'Microsoft.Web/sites@2022-09-01' = {\n  ${'@a()'.repeat(2000)} x: 'chinaeast2'\n}\n`;
    const { ruleset } = await loadRulesets([]);
    await scan({ tree: memoryTree({ 'main.bicep': text }), ruleset, clock: testClock });
    assert.ok(performance.now() - started < 5000);
  });
});
