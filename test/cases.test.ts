import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FORMATS } from '../src/formats/index.ts';
import { annotate } from './support/annotate.ts';
import { diskTree } from './support/disk-tree.ts';

/**
 * Every folder below `test/cases/<format>` is a small project. Its `expected.txt` is the annotated source; run with
 * `UPDATE_CASES=1` to write it anew, and read the difference before committing it.
 * `ok-*` has nothing to flag, `bad-*` has findings, `broken-*` is half typed or hostile and still yields what can be known.
 */
const root = join(import.meta.dirname, 'cases');
const update = process.env.UPDATE_CASES !== undefined;

describe('cases', () => {
  for (const format of readdirSync(root).sort()) {
    describe(format, () => {
      for (const name of readdirSync(join(root, format)).sort())
        it(name, () => check(join(root, format, name), name));
    });
  }

  for (const format of FORMATS) {
    it(`${format.id} has an ok, a bad and a broken case`, () => {
      const folder = join(root, format.id);
      const names = existsSync(folder) ? readdirSync(folder) : [];
      for (const kind of ['ok-', 'bad-', 'broken-']) {
        assert.ok(
          names.some(name => name.startsWith(kind)),
          `no ${kind}* case in test/cases/${format.id}`,
        );
      }
    });
  }
});

async function check(folder: string, name: string): Promise<void> {
  const { text, findings, problems, references, sources } = await annotate(
    diskTree(folder, ['expected.txt']),
  );
  const expected = join(folder, 'expected.txt');
  if (update) writeFileSync(expected, text);
  const active = findings.filter(finding => !finding.suppression);
  if (name.startsWith('ok-')) assert.deepEqual([active.map(finding => finding.value), problems], [[], []]);
  if (name.startsWith('bad-')) assert.notEqual(active.length, 0, 'a bad case has findings');
  for (const { path, span } of [
    ...references,
    ...findings,
    ...findings.flatMap(finding => finding.occurrences),
  ]) {
    const length = sources.get(path)?.text.length ?? -1;
    assert.ok(
      span.start >= 0 && span.start <= span.end && span.end <= length,
      `span ${span.start}-${span.end} in ${path}`,
    );
  }
  assert.equal(text, readFileSync(expected, 'utf8'));
}
