import assert from 'node:assert/strict';
import { hasKey } from '../../src/formats/shared/has-key.ts';

describe('a key in a text', () => {
  const places: readonly [text: string, isKey: boolean][] = [
    ['Key: 1', true],
    ['Key :', true],
    ['a: 1\r\n  Key: 1', true],
    ["'Key': 1", true],
    ['{\n\t"Key": {}\n}', true],
    ['{"a":1,"Key":{}}', true],
    ['list:\n  - Key: 1', true],
    ['- [{Key: 1}]', true],
    ['a: Key: 1', false],
    ['OtherKey: 1', false],
    ['"OtherKey": 1', false],
    ['Keys: 1', false],
    ['# Key: 1', false],
    ['a-Key: 1', false],
    ['Key', false],
    ['a Key, then Key: 1\nKey: 1', true],
    ['', false],
  ];
  for (const [text, isKey] of places)
    it(`${isKey ? 'stands' : 'does not stand'} in ${JSON.stringify(text)}`, () =>
      assert.equal(hasKey(text, 'Key'), isKey));
});
