import assert from 'node:assert/strict';
import fc from 'fast-check';
import { neutralise } from '../../src/text/neutralise.ts';

describe('neutralise', () => {
  const rows: readonly [text: string, shown: string][] = [
    ['plain text, 杭州 \u{1F30F}', 'plain text, 杭州 \u{1F30F}'],
    ['\u001b[31mred', '␛[31mred'],
    ['a\r\n\tb\u0000\u007f', 'a␍␊␉b␀␡'],
    ['\u009b2J', '<U+009B>2J'],
    ['abc\u202ecba', 'abc<U+202E>cba'],
    ['zero\u200bwidth\ufeff', 'zero<U+200B>width<U+FEFF>'],
    ['\u2028\u2029', '<U+2028><U+2029>'],
    ['tag \u{E0041}', 'tag <U+E0041>'],
    ['half \ud83d', 'half <U+D83D>'],
    ['none \ufdd0\uffff\u{1fffe}', 'none <U+FDD0><U+FFFF><U+1FFFE>'],
  ];
  for (const [text, shown] of rows) {
    it(JSON.stringify(shown), () => assert.equal(neutralise(text), shown));
  }

  it('leaves nothing unsafe and changes nothing twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const shown = neutralise(text);
        assert.doesNotMatch(shown, /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Noncharacter_Code_Point}]/u);
        assert.equal(neutralise(shown), shown);
      }),
    );
  });
});
