import assert from 'node:assert/strict';
import fc from 'fast-check';
import picomatch from 'picomatch';
import { matchesGlob } from '../../src/ruleset/glob.ts';
import { takesAtMost } from '../support/time.ts';

const TABLE: readonly (readonly [pattern: string, yes: readonly string[], no: readonly string[]])[] = [
  ['eu-*', ['eu-central-1', 'eu-'], ['us-east-1', 'eu', 'eu-a/b']],
  ['*', ['a', ''], ['a/b']],
  ['**', ['', 'a', 'a/b/c'], []],
  ['apac/**', ['apac/a', 'apac/a/b', 'apac'], ['apaca', 'x/apac/a']],
  ['**/*.tf', ['main.tf', 'a/b/main.tf'], ['main.tf.json', 'a/main.hcl']],
  ['a/**/b/**/c', ['a/b/c', 'a/x/b/y/z/c', 'a/b/b/c/c'], ['a/c', 'a/b/c/d']],
  ['de/*/?', ['de/fra/2'], ['de/fra', 'de/fra/22']],
  ['{aws,gcp}/*.{tf,hcl}', ['aws/a.tf', 'gcp/b.hcl'], ['aws/a.json', 'azure/a.tf']],
  ['a{,/**}', ['a', 'a/b'], ['ab']],
  ['{a,{b,c}}x', ['ax', 'bx', 'cx'], ['x']],
  ['!(cn-*)', ['eu-west-1', 'us-east-1'], ['cn-north-1']],
  ['!(a|b*)', ['c', 'ab'], ['a', 'bc']],
  ['.hidden/**', ['.hidden/a'], ['hidden/a']],
  ['{a', ['{a'], ['a']],
  ['a.c', ['a.c'], ['abc']],
];

describe('globs of rulesets', () => {
  for (const [pattern, yes, no] of TABLE) {
    it(`${pattern}`, () => {
      for (const text of yes) assert.ok(matchesGlob(pattern, text), `${pattern} should match "${text}"`);
      for (const text of no) assert.ok(!matchesGlob(pattern, text), `${pattern} should not match "${text}"`);
    });
  }

  it('agree with the usual library on what both know', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', '-'), minLength: 1, maxLength: 4 });
    const segment = fc.oneof(
      word,
      fc.constant('*'),
      fc.tuple(word, word).map(([a, b]) => `${a}*${b}`),
    );
    const pattern = fc.array(fc.oneof(segment, segment, fc.constant('**')), { minLength: 1, maxLength: 4 });
    const path = fc.array(word, { minLength: 1, maxLength: 4 });
    // The library takes `a/**` for `a`, and `*/**` not.
    const known = pattern.filter(parts => parts.length === 1 || parts.at(-1) !== '**');
    fc.assert(
      fc.property(known, path, (parts, segments) => {
        const glob = parts.join('/').replace(/\*\*(\/\*\*)+/g, '**');
        const text = segments.join('/');
        assert.equal(matchesGlob(glob, text), picomatch(glob, { dot: true })(text), `${glob} ${text}`);
      }),
      { numRuns: 3000 },
    );
  });

  it('end soon, whatever pattern a repository gives', async () => {
    const hostile: readonly (readonly [pattern: string, text: string])[] = [
      [`${'*a'.repeat(50)}b`, 'a'.repeat(4000)],
      [`${'**/a/'.repeat(50)}b`, 'a/'.repeat(2000)],
      ['+(+(+(a)))b', 'a'.repeat(4000)],
      ['{a,b}'.repeat(40), 'a'.repeat(40)],
      [`${'{'.repeat(2000)}${'}'.repeat(2000)}`, 'a'],
      [`!(${'*a|'.repeat(500)}b)`, 'a'.repeat(1000)],
    ];
    await takesAtMost(2000, () => {
      for (const [pattern, text] of hostile) matchesGlob(pattern, text);
    });
  });
});
