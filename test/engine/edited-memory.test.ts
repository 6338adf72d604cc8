import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { loadRulesets, Workspace } from '../../src/engine/index.ts';
import { kubernetes, lockfile, terraform } from '../bench/documents.ts';
import { memoryTree, testClock } from '../support/disk-tree.ts';

/** Of each text that was typed only the last one is kept: people type for hours. */
describe('what is remembered of a text that is being edited', () => {
  const texts: [path: string, text: string][] = [
    ['main.tf', terraform(10_000)],
    ['deployment.yaml', kubernetes(12_000)],
    ['package-lock.json', lockfile(300_000)],
  ];
  for (const [path, start] of texts) {
    it(`does not grow with every edit of ${path}`, async function () {
      this.timeout(60_000);
      const { ruleset } = await loadRulesets([]);
      const workspace = new Workspace({ tree: memoryTree({ [path]: start }), ruleset, clock: testClock });
      let text = start;
      const edit = async (place: number): Promise<void> => {
        const at = text.indexOf('\n', Math.floor(text.length * place));
        // Of one piece, as an editor sends it.
        text = Buffer.from(`${text.slice(0, at)} ${text.slice(at)}`).toString();
        workspace.setText(path, text);
        await workspace.check(path);
      };
      for (let count = 0; count < 5; count++) await edit(0.9);
      const before = usedHeap();
      for (let count = 0; count < EDITS; count++) await edit((0.9 * count) / EDITS);
      const grown = usedHeap() - before;
      assert.ok(grown < (EDITS * text.length) / 3, `${grown} bytes, in ${EDITS} edits of ${text.length}`);
    });
  }
});

const EDITS = 60;

setFlagsFromString('--expose-gc');
const collectGarbage: unknown = runInNewContext('gc');

function usedHeap(): number {
  if (typeof collectGarbage === 'function') collectGarbage();
  return process.memoryUsage().heapUsed;
}
