import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MEMORY_ALLOWANCE } from '../../src/engine/extract.ts';
import { ROOM_FOR_FINDINGS } from '../../src/engine/memory/findings-room.ts';
import { ROOM_TOGETHER } from '../../src/engine/memory/room.ts';
import { TIME_ALLOWANCE } from '../../src/engine/time-limit.ts';
import { EDITOR_ALLOWANCE } from '../../src/server/time-allowance.ts';

/** The page as one line. */
function page(path: string): string {
  return readFileSync(join(import.meta.dirname, '../..', path), 'utf8').replace(/\s+/g, ' ');
}

describe('what files may take', () => {
  const references = `${MEMORY_ALLOWANCE.references.toLocaleString('en')} references`;
  const seconds = TIME_ALLOWANCE.base / 1000;
  const megabytes = (bytes: number) => `more than ${(bytes / 1_000_000).toLocaleString('en')} MB`;
  const together = megabytes(ROOM_TOGETHER);
  const findings = `with the texts that they stand in, take ${megabytes(ROOM_FOR_FINDINGS)}`;

  it('is what the README says', () => {
    const readme = page('README.md');
    for (const limit of [`${seconds} seconds`, references, together, findings])
      assert.ok(readme.includes(limit), limit);
  });

  it('is what SECURITY.md says', () => {
    const security = page('SECURITY.md');
    const times = `${seconds} seconds on the command line and ${EDITOR_ALLOWANCE.base / 1000} in an editor`;
    for (const limit of [times, references, together, findings]) assert.ok(security.includes(limit), limit);
    assert.deepEqual([MEMORY_ALLOWANCE.parts, TIME_ALLOWANCE.perMillion], [1_000_000, 1000]);
  });
});
