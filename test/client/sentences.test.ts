import assert from 'node:assert/strict';
import { findingsPhrase, summarySentence } from '../../src/client/sentences.ts';

const english = (message: string, ...values: string[]) =>
  message.replace(/\{(\d)\}/g, (_, index: string) => values[Number(index)] ?? '');

const NONE = { error: 0, warning: 0, information: 0, hint: 0 };

describe('sentences', () => {
  const phrases: readonly [object, string][] = [
    [{}, 'No findings'],
    [{ warning: 1 }, '1 warning'],
    [{ error: 1, warning: 2 }, '1 error and 2 warnings'],
    [{ error: 2, warning: 1200, information: 1, hint: 3 }, '2 errors, 1200 warnings, 1 info and 3 hints'],
  ];
  for (const [counts, phrase] of phrases) {
    it(phrase, () => assert.equal(findingsPhrase({ ...NONE, ...counts }, english), phrase));
  }

  it('sums a scan up', () => {
    const files = { discovered: 4321, classified: 12 };
    const summary = { files, findings: { ...NONE, warning: 2 }, suppressed: 1, problems: 3 };
    assert.equal(
      summarySentence(summary, english),
      '2 warnings; 4321 files scanned. 1 finding suppressed. 3 problems while reading files.',
    );
  });
});
