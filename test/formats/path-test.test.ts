import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import picomatch from 'picomatch';
import { formatsByName } from '../../src/formats/classify.ts';
import { FORMATS } from '../../src/formats/index.ts';
import { pathTest } from '../../src/formats/path-test.ts';
import { basename } from '../../src/text/path.ts';
import { CASES } from '../support/damage.ts';

const oracles = new Map<string, (text: string) => boolean>();

/** picomatch is the oracle: it says what patterns mean. */
function matches(pattern: string, path: string): boolean {
  const oracle = oracles.get(pattern) ?? picomatch(pattern, { dot: true });
  oracles.set(pattern, oracle);
  return oracle(pattern.includes('/') ? path : basename(path));
}

/** Paths of the cases without the case's own folder, and others that are nearly what a pattern says. */
function samplePaths(): string[] {
  const cases = readdirSync(CASES, { recursive: true, encoding: 'utf8' }).map(path =>
    path.replaceAll('\\', '/').split('/').slice(2).join('/'),
  );
  const patterns = FORMATS.flatMap(({ files, exceptFiles = [] }) => [...files, ...exceptFiles]);
  const filled = patterns.flatMap(pattern =>
    ['', 'x', '.x', 'a-b'].flatMap(word => {
      const path = pattern
        .replaceAll('**/', word === '' ? '' : `${word}/y/`)
        .replaceAll('*', word)
        .replace(/\[(.).*?\]/g, '$1');
      return [path, `a/${path}`, `${path}x`, `x${path}`, path.replace(/[^/]+$/, 'z/$&'), path.toUpperCase()];
    }),
  );
  return [...new Set([...cases, ...filled])].filter(path => basename(path) !== '');
}

describe('patterns of formats', () => {
  const paths = samplePaths();

  it('mean what picomatch takes them for', () => {
    for (const pattern of new Set(
      FORMATS.flatMap(({ files, exceptFiles = [] }) => [...files, ...exceptFiles]),
    )) {
      const test = pathTest(pattern);
      const wrong = paths.filter(path => test(path, basename(path)) !== matches(pattern, path));
      assert.deepEqual(wrong, [], pattern);
    }
  }).timeout(60_000);

  it('are all asked about each path', () => {
    for (const path of paths.filter((_, index) => index % 7 === 0)) {
      const expected = FORMATS.filter(
        ({ files, exceptFiles = [] }) =>
          files.some(pattern => matches(pattern, path)) &&
          !exceptFiles.some(pattern => matches(pattern, path)),
      );
      assert.deepEqual(
        formatsByName(path).map(({ id }) => id),
        expected.map(({ id }) => id),
        path,
      );
    }
  }).timeout(60_000);

  for (const pattern of ['*a*', 'a*b*', '*', 'x?.yml', '{a,b}.yml', '**/*.yml', 'a/*.yml']) {
    it(`of other forms are matched too: ${pattern}`, () => {
      const test = pathTest(pattern);
      for (const path of ['a', 'aXb', 'aXbY', 'x1.yml', 'b.yml', 'a/b.yml', 'c/a/b.yml', '.a', 'ab'])
        assert.equal(test(path, basename(path)), matches(pattern, path), path);
    });
  }
});
