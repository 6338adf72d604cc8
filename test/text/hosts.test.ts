import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findHosts } from '../../src/text/hosts.ts';
import { UNKNOWN_PART } from '../../src/text/unknown-part.ts';
import { takesAtMost } from '../support/time.ts';

/** Each text with the hosts and paths found in it. */
const TABLE: readonly (readonly [text: string, ...found: string[]])[] = [
  ['https://mirror.example.com/npm/', 'mirror.example.com /npm/'],
  ['https://user:secret@Mirror.Example.com:8443/a?b=c', 'mirror.example.com /a'],
  ['git@code.example.com:team/app.git', 'code.example.com'],
  ['https://proxy.example.cn,direct', 'proxy.example.cn'],
  ['curl -fsSL "https://a.example.com/x" | tee b.example.org', 'a.example.com /x', 'b.example.org'],
  ['bucket.storage.example.com', 'bucket.storage.example.com'],
  [`storage-${UNKNOWN_PART}.example.com`, `storage-${UNKNOWN_PART}.example.com`],
  ['https://cr.brand/team', 'cr.brand /team'],
  ['https://<bucket>.store.example.com/a', 'store.example.com /a'],
  ['https://logs-<id>.example.com', 'example.com'],
  ['https://store-{region}.example.com', 'example.com'],
  ['https://store.<region>.example.com', 'example.com'],
  ['https://[bucket].store.example.com', 'store.example.com'],
  ['%BUCKET%.store.example.com', 'store.example.com'],
  ['https://store.@region@.example.com', 'example.com'],
  ['*.example.com', 'example.com'],
  ['https://__BUCKET__.store.example.com', '__bucket__.store.example.com'],
  ['<someone>@<team>.example.com'],
  ['.items[0].node.example.com'],
  ['call(){}.example.com'],
  ['a..example.com'],
  ['.example.com'],
  [`example.org/tool/version.host=${UNKNOWN_PART}`, 'example.org /tool/version.host'],
  ['example.org/tool/version.host=a.example.com/b', 'example.org /tool/version.host', 'a.example.com /b'],
  ['https://example.org/a=b/c', 'example.org /a=b/c'],
  [String.raw`https://mirror.example.com/a/b\n next`, 'mirror.example.com /a/b'],
  [String.raw`<a href=\"https://docs.example.com/a.md\" x>`, 'docs.example.com /a.md'],
  [String.raw`mirror.example.com/a\/b`, 'mirror.example.com /a'],
  [String.raw`mirror\.example\.com`],
  ['cr.brand'],
  ['/srv/mirror.example.com/index'],
  ['someone@example.com'],
  ['main.rs build.sh index.ts'],
  ['object.method.call()'],
  ['1.2.3.4'],
  ['no hosts here'],
  [''],
];

describe('text/hosts', () => {
  for (const [text, ...found] of TABLE) {
    it(`${JSON.stringify(text)} → ${found.join(' and ') || 'none'}`, () => {
      const mentions = findHosts(text).map(({ host, path }) => `${host} ${path}`.trim());
      assert.deepEqual(mentions, found);
    });
  }

  it('gives spans of what is written', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const text = `${before} https://mirror.example.com/ ${after}`;
        for (const { host, span } of findHosts(text)) {
          assert.equal(text.slice(span.start, span.end).toLowerCase(), host);
        }
      }),
    );
  });

  it('stays linear on texts made to be hard', async () => {
    const hard = [
      'a.'.repeat(200_000),
      'a'.repeat(400_000),
      `${'a-'.repeat(200_000)}.com`,
      'a.b '.repeat(100_000),
    ];
    await takesAtMost(3000, () => {
      for (const text of hard) findHosts(text);
    });
  });
});
