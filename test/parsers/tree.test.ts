import assert from 'node:assert/strict';
import { parseJson } from '../../src/parsers/json.ts';
import { spanWithin } from '../../src/parsers/tree.ts';
import { makeSource } from '../../src/text/source.ts';
import { sliceSpan } from '../../src/text/span.ts';

describe('spanWithin', () => {
  const rows = [
    { name: 'a key as it is decoded', text: '{"x.example.com": 1}', part: 'example', is: 'example' },
    // A key has no pieces: what stands behind the escape cannot be told, and nothing lies behind the text's end.
    {
      name: 'a key with escapes',
      text: '{"\\u0078.example.com": 1}',
      part: 'example',
      is: '\\u0078.example.com',
    },
  ];
  for (const { name, text, part, is } of rows) {
    it(name, () => {
      const { root } = parseJson(makeSource('a.json', text));
      const [entry] = root?.kind === 'map' ? root.entries : [];
      assert.ok(entry);
      const key = { text: entry.key, span: entry.keySpan };
      const start = key.text.indexOf(part);
      assert.equal(sliceSpan(text, spanWithin(key, start, start + part.length)), is);
    });
  }
});
