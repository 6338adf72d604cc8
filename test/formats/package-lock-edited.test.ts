import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createExtractPackageLock } from '../../src/formats/package-lock/extract.ts';
import type { Extraction } from '../../src/model/extraction.ts';
import { makeSource } from '../../src/text/source.ts';
import { damage } from '../support/damage.ts';
import { longLockfiles } from '../support/lockfiles.ts';
import { memberEdit } from '../support/member-edit.ts';

const PATH = 'package-lock.json';
const texts = longLockfiles().map(files => files[PATH] ?? '');

describe('a lockfile of npm that is being edited', () => {
  it('says what it says when it is read for the first time', function () {
    this.timeout(60_000);
    const edits = fc.array(fc.oneof(memberEdit(), memberEdit(), damage()), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.constantFrom(...texts), edits, (start, edits) => {
        const extract = typedIn(start);
        let text = start;
        for (const edit of edits) {
          text = edit(text);
          const fresh = createExtractPackageLock()(makeSource(PATH, text));
          assert.deepEqual(said(extract(makeSource(PATH, text, true))), said(fresh));
        }
      }),
      { numRuns: Number(process.env.PROPERTY_RUNS ?? 150), seed: 20_261_126 },
    );
  });

  for (const [index, text] of texts.entries()) {
    it(`is read again where the edit is and nowhere else, in version ${index + 1}`, () => {
      const extract = typedIn(text);
      const before = extract(makeSource(PATH, text, true));
      const after = extract(makeSource(PATH, text.replace('"1.20.0"', '"1.20.77"'), true));
      const known = new Set(before.parts?.map(({ references }) => references));
      const fresh = after.parts?.filter(({ references }) => !known.has(references)) ?? [];
      // The part with the edit, what stands behind the last whole part, and the hosts.
      assert.ok(known.size > 4 && fresh.length <= 3, `${fresh.length} of ${known.size} parts`);
      assert.equal(after.graph, before.graph);
    });
  }
});

/** An extractor that has seen the text while it was being typed in. */
function typedIn(text: string): ReturnType<typeof createExtractPackageLock> {
  const extract = createExtractPackageLock();
  extract(makeSource(PATH, text, true));
  return extract;
}

function said({ references, graph, problems }: Extraction) {
  const { edges, names, roots } = graph ?? {};
  return {
    references,
    problems,
    edges: [...(edges ?? [])],
    names: [...(names ?? [])],
    roots: [...(roots ?? [])],
  };
}
