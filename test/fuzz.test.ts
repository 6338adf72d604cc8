import assert from 'node:assert/strict';
import { fuzz } from './fuzz/fuzz.ts';

/** The long run is `npm run fuzz -- --runs 1000000 --seed 7`. */
describe('made texts', () => {
  it('never stop a format: 3,000 of them', async function () {
    this.timeout(180_000);
    const failures = await fuzz({ runs: 3000, seed: 20_261_126 });
    assert.deepEqual(
      failures.map(({ run, format, error }) => `${run} ${format}: ${error}`),
      [],
    );
  });
});
