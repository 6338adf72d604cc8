import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createPrefilter } from '../../src/engine/prefilter.ts';

const encoder = new TextEncoder();

function hit(anchors: readonly string[], text: string): boolean {
  return createPrefilter(anchors)(encoder.encode(text));
}

describe('createPrefilter', () => {
  const rows: readonly [title: string, anchors: readonly string[], text: string, expected: boolean][] = [
    ['an anchor in the middle', ['aliyuncs.com'], 'endpoint = "oss.aliyuncs.com"', true],
    ['at the very beginning', ['alicloud'], 'alicloud_vpc', true],
    ['at the very end', ['alicloud'], 'source = "aliyun/alicloud', true],
    ['the whole text', ['alicloud'], 'alicloud', true],
    ['in other letter case', ['aliyuncs.com'], 'OSS.AliyunCS.Com', true],
    ['an anchor in upper case', ['AliCloud'], 'alicloud', true],
    ['all but the last letter', ['alicloud'], 'alicloux', false],
    ['bytes that fold to the same word', ['abcd'], '!"#$', false],
    ['a text shorter than the anchor', ['alicloud'], 'alic', false],
    ['an empty text', ['alicloud'], '', false],
    ['no anchors', [], 'alicloud', false],
    ['a short anchor beside a long one', ['cos-', 'tencentcloudapi.com'], 'x: "cos-v5"', true],
    ['an anchor that cannot be searched for', ['cos'], 'anything', true],
    ['letters outside ASCII', ['阿里云'], 'name: 阿里云', true],
    ['other letters outside ASCII', ['阿里云'], 'name: 阿里雨', false],
  ];
  for (const [title, anchors, text, expected] of rows) {
    it(`${expected ? 'finds' : 'does not find'}: ${title}`, () => assert.equal(hit(anchors, text), expected));
  }

  it('looks at the given length only', () => {
    const bytes = encoder.encode('xxxxalicloud');
    const prefilter = createPrefilter(['alicloud']);
    assert.equal(prefilter(bytes, 11), false);
    assert.equal(prefilter(bytes, 12), true);
  });

  it('agrees with a naive search', () => {
    // Few letters, so that near misses and overlaps are frequent.
    const anchor = fc.string({ unit: fc.constantFrom('a', 'b', 'A', '-', '.'), minLength: 4, maxLength: 9 });
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'A', 'B', '-', '.', '\n'), maxLength: 60 });
    fc.assert(
      fc.property(fc.array(anchor, { minLength: 1, maxLength: 6 }), text, (anchors, haystack) => {
        assert.equal(hit(anchors, haystack), naive(anchors, haystack));
      }),
      { numRuns: 2000 },
    );
  });

  it('finds an anchor at every position and stride', () => {
    const anchor = fc.string({ unit: 'grapheme-ascii', minLength: 4, maxLength: 20 });
    fc.assert(
      fc.property(
        fc.array(anchor, { minLength: 1, maxLength: 8 }),
        fc.nat(50),
        fc.nat(50),
        (anchors, before, after) => {
          for (const each of anchors) {
            assert.ok(hit(anchors, `${'\u00e9'.repeat(before)}${each}${'\u00e9'.repeat(after)}`));
          }
        },
      ),
    );
  });
});

function naive(anchors: readonly string[], text: string): boolean {
  return anchors.some(anchor => text.toLowerCase().includes(anchor.toLowerCase()));
}
