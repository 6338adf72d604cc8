import assert from 'node:assert/strict';
import { extractWithin } from '../../src/engine/extract.ts';
import { classify } from '../../src/formats/classify.ts';
import { makeSource } from '../../src/text/source.ts';
import { kubernetes, lockfile, terraform } from '../bench/documents.ts';

const TEXTS: readonly (readonly [path: string, text: string])[] = [
  ['main.tf', terraform(400)],
  ['main.tf', `${terraform(400)}\nmistake {`],
  ['deployment.yaml', kubernetes(400)],
  ['package-lock.json', lockfile(60_000)],
];

/** From less than the beginning of a text takes to more than all of it. */
const LIMITS = Array.from({ length: 60 }, (_, index) => Math.round(50 * 1.12 ** index));

describe('how far a text is read that is being edited', () => {
  for (const [path, text] of TEXTS) {
    it(`is as far as when it is new: ${path}, ${text.length} characters`, async function () {
      this.timeout(60_000);
      const format = classify(path, text);
      assert.ok(format);
      const at = text.indexOf('\n', text.length / 3);
      const edited = `${text.slice(0, at)} ${text.slice(at)}`;
      let cut = 0;
      for (const parts of LIMITS) {
        const allowance = { parts, references: 100_000 };
        const extract = await format.load();
        // Nothing is known of it yet, then all, then all but what was edited.
        for (const each of [text, text, edited]) {
          const again = extractWithin(extract, makeSource(path, each, true), allowance);
          const fresh = extractWithin(await format.load(), makeSource(path, each), allowance);
          assert.deepEqual(again.problems, fresh.problems, `${parts}`);
          assert.deepEqual(again.references, fresh.references, `${parts}`);
          cut += again.problems.some(({ code }) => code === 'too-large') ? 1 : 0;
        }
      }
      assert.ok(cut > 30 && cut < 3 * LIMITS.length, `${cut}`);
    });
  }
});
