import assert from 'node:assert/strict';
import { parseProperties } from '../../src/parsers/properties.ts';

describe('parsers/properties', () => {
  const table: readonly (readonly [title: string, text: string, expected: readonly string[]])[] = [
    ['separators', 'a=1\nb: 2\nc 3\nd\n', ['a=1', 'b=2', 'c=3', 'd=']],
    ['comments', '# a=1\n! b=2\nc=3 # d', ['c=3 # d']],
    ['escapes', 'a\\ b\\:c=d\\:e\\\\', ['a b:c=d:e\\']],
    ['lines that go on', 'a=b\\\n  c\\\n\nd=e', ['a=bc', 'd=e']],
    ['all line ends', 'a=1\r\nb=2\rc=3', ['a=1', 'b=2', 'c=3']],
    ['nothing', '', []],
  ];
  for (const [title, text, expected] of table) {
    it(title, () => {
      const { entries } = parseProperties(text);
      assert.deepEqual(
        entries.map(({ key, value }) => `${key}=${value.text}`),
        expected,
      );
    });
  }
});
