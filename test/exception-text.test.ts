import assert from 'node:assert/strict';
import { exceptionEdits } from '../src/fixes/exception-text.ts';
import { readRuleset } from '../src/ruleset/load.ts';
import { applyEdits } from '../src/text/edit.ts';

const EXCEPTION = {
  match: 'example-cloud',
  paths: ['infra/main.tf'],
  reason: 'moves in "Q1"',
  approvedBy: 'security@shop.example',
  expires: '2027-02-24',
};

describe('an exception that is written', () => {
  const files: readonly [what: string, text: string | undefined][] = [
    ['there is no file', undefined],
    ['the file is empty', ''],
    ['there are no exceptions yet', '{\n  // Ours.\n  "name": "shop"\n}\n'],
    ['there are some', `{ "exceptions": [${JSON.stringify({ ...EXCEPTION, match: 'other' })}] }`],
  ];
  for (const [what, text] of files) {
    it(`is the last one when ${what}`, () => {
      const edits = exceptionEdits(text, EXCEPTION) ?? assert.fail();
      const written = applyEdits(text ?? '', edits);
      const { ruleset, problems } = readRuleset({ name: 'shop', text: written });
      assert.deepEqual([problems, ruleset?.exceptions?.at(-1)], [[], EXCEPTION]);
      if (text?.includes('// Ours.')) assert.match(written, /\/\/ Ours\.\n {2}"name": "shop",\n/);
    });
  }

  it('is nowhere when the file holds no ruleset', () => {
    for (const text of ['[]', '{ "exceptions": 1 }', 'no'])
      assert.equal(exceptionEdits(text, EXCEPTION), undefined);
  });
});
