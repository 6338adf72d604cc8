import assert from 'node:assert/strict';
import { readRuleset } from '../../src/ruleset/load.ts';
import { withException } from '../../src/ruleset/write-exception.ts';

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
      const written = withException(text, EXCEPTION);
      const { ruleset, problems } = readRuleset({ name: 'shop', text: written });
      assert.deepEqual([problems, ruleset?.exceptions?.at(-1)], [[], EXCEPTION]);
      if (text?.includes('// Ours.')) assert.match(written, /\/\/ Ours\.\n {2}"name": "shop",\n/);
    });
  }
});
