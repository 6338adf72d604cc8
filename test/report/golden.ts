import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Compares with a file in `golden/`; with `UPDATE_CASES=1` the file is written anew, to be read before committing. */
export function assertGolden(name: string, actual: string): void {
  const path = join(import.meta.dirname, 'golden', name);
  if (process.env.UPDATE_CASES !== undefined) writeFileSync(path, actual);
  assert.equal(actual, readFileSync(path, 'utf8'));
}
