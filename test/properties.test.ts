import './support/wasm.ts';
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { decode } from '../src/engine/decode.ts';
import { inventory, loadRulesets, scan } from '../src/engine/index.ts';
import { formatsByName } from '../src/formats/classify.ts';
import { memoryTree, testClock } from './support/disk-tree.ts';

/** Half-typed and damaged files are normal input: any cut or change of any case still ends in an answer. */
describe('any damage to any case', () => {
  const cases = readCases(join(import.meta.dirname, 'cases'));

  it('never throws, keeps spans inside the text, and accounts for every reference', async function () {
    this.timeout(120_000);
    const { ruleset } = await loadRulesets([]);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...cases), fc.nat(), damage(), async (texts, chosen, change) => {
        const paths = Object.keys(texts).filter(path => formatsByName(path).length > 0);
        const path = paths[chosen % Math.max(1, paths.length)] ?? '';
        const damaged = { ...texts, [path]: change(texts[path] ?? '') };
        const tree = memoryTree(damaged);
        const listed = await inventory({ tree });
        const scanned = await scan({ tree, ruleset, clock: testClock });
        const places = [
          ...listed.references,
          ...scanned.findings,
          ...scanned.findings.flatMap(finding => [...finding.occurrences, ...finding.trail]),
          ...scanned.problems.flatMap(problem =>
            problem.path !== undefined && problem.span ? [{ path: problem.path, span: problem.span }] : [],
          ),
        ];
        for (const place of places) {
          const length = damaged[place.path]?.length ?? -1;
          const { start, end } = place.span;
          assert.ok(
            start >= 0 && start <= end && end <= length,
            `${place.path}: ${start}-${end} of ${length}`,
          );
        }
        assert.deepEqual(
          listed.problems.filter(problem => problem.code === 'internal-error'),
          [],
        );
        for (const { state, reason } of listed.references)
          assert.equal(state === 'matched', reason === undefined);
        const { matched, unmatched, unresolved } = scanned.stats.references;
        assert.ok(matched + unmatched + unresolved <= listed.references.length);
      }),
      { numRuns: Number(process.env.PROPERTY_RUNS ?? 400), seed: 20_261_123 },
    );
  });
});

/** Every case as its files by path. */
function readCases(root: string): Record<string, string>[] {
  return readdirSync(root)
    .sort()
    .flatMap(format =>
      readdirSync(join(root, format))
        .sort()
        .map(name => join(root, format, name)),
    )
    .map(readTexts);
}

function readTexts(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    entry => entry.isFile() && entry.name !== 'expected.txt',
  );
  return Object.fromEntries(
    files.map(file => {
      const path = join(file.parentPath, file.name);
      const relative = path.slice(folder.length + 1).replaceAll('\\', '/');
      return [relative, decode(relative, readFileSync(path)).text];
    }),
  );
}

type Damage = (text: string) => string;

/** A cut at either end, a hole, a repetition, or a few characters that mean something to some syntax. */
function damage(): fc.Arbitrary<Damage> {
  const part = fc.double({ min: 0, max: 1, noNaN: true });
  const at = (text: string, where: number) => Math.floor(text.length * where);
  return fc.oneof(
    part.map(
      (where): Damage =>
        text =>
          text.slice(0, at(text, where)),
    ),
    part.map(
      (where): Damage =>
        text =>
          text.slice(at(text, where)),
    ),
    fc.tuple(part, fc.nat(40)).map(
      ([where, length]): Damage =>
        text =>
          text.slice(0, at(text, where)) + text.slice(at(text, where) + length),
    ),
    fc.tuple(part, fc.nat(200)).map(
      ([where, length]): Damage =>
        text =>
          text.slice(0, at(text, where) + length) + text.slice(at(text, where)),
    ),
    fc.tuple(part, fc.constantFrom(...MEANINGFUL)).map(
      ([where, piece]): Damage =>
        text =>
          text.slice(0, at(text, where)) + piece + text.slice(at(text, where)),
    ),
  );
}

const MEANINGFUL = [
  '"',
  "'",
  '{',
  '}',
  '[',
  ']',
  '${',
  '%{',
  '<<EOT\n',
  '\n',
  '\r',
  '\t',
  ':',
  '- ',
  '&a ',
  '*a',
  '#',
  '//',
  '/*',
  '\\',
  '\u{1F512}',
  '\uD800',
  '\u202E',
  '=',
  ',',
  '__proto__',
  '$(',
  '`',
  '|',
  '>-\n',
  '---\n',
];
