import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type InterpolatedText, sliceInterpolated, visibleText } from '../../src/parsers/interpolation.ts';
import { placedSlice } from '../../src/parsers/placed-text.ts';
import { spanWithin } from '../../src/parsers/tree.ts';
import { interpolate } from '../../src/parsers/variable.ts';
import { sliceSpan, span } from '../../src/text/span.ts';
import { takesAtMost } from '../support/time.ts';

/** Every test reads the value at this offset of a longer text, so that places are seen to be the file's. */
const BEFORE = 'value: ';

describe('variables in text', () => {
  const rows: [text: string, parts: unknown[]][] = [
    ['plain', ['plain']],
    ['$NAME', [{ NAME: '' }]],
    ['a-${NAME}-b', ['a-', { NAME: '' }, '-b']],
    ['${A:-x}', [{ A: ':-', operand: ['x'] }]],
    ['${A-x}', [{ A: '-', operand: ['x'] }]],
    ['${A:-}', [{ A: ':-', operand: [] }]],
    ['${A:?not set}', [{ A: ':?', operand: ['not set'] }]],
    [
      '${A:+x}${B+y}',
      [
        { A: ':+', operand: ['x'] },
        { B: '+', operand: ['y'] },
      ],
    ],
    ['${A:-${B:-c}d}', [{ A: ':-', operand: [{ B: ':-', operand: ['c'] }, 'd'] }]],
    ['${A#prefix}', [{ A: 'other' }]],
    ['$$NAME costs $5', ['$NAME costs $5']],
    ['$$$NAME', ['$', { NAME: '' }]],
    ['${A', ['${A']],
    ['$', ['$']],
    ['', []],
    ['${}', [{ '': '' }]],
  ];
  for (const [text, parts] of rows) {
    it(JSON.stringify(text), () => {
      const file = BEFORE + text;
      const value = interpolate(placedSlice(file, span(BEFORE.length, file.length)), '$$');
      assert.deepEqual(describeParts(value), parts);
    });
  }

  it('a backslash before the dollar sign, where that is the rule', () => {
    assert.deepEqual(describeParts(interpolate(placedSlice('\\$A $B', span(0, 6)), '\\$')), [
      '$A ',
      { B: '' },
    ]);
  });

  it('places of parts are where they are written, and slices keep them', () => {
    const pieces = fc.constantFrom('host.', '$A', '${B:-c}', '$$', ' ', '\u{1F433}', '${', '}');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 10 }), fc.nat(20), fc.nat(20), (written, from, length) => {
        const file = BEFORE + written.join('');
        const value = interpolate(placedSlice(file, span(BEFORE.length, file.length)), '$$');
        const slice = sliceInterpolated(value, from, from + length);
        assert.equal(visibleText(slice).text, visibleText(value).text.slice(from, from + length));
        for (const part of [...value.parts, ...slice.parts]) {
          if (part.type === 'variable') assert.match(sliceSpan(file, part.span), /^\$/);
          else {
            const { text } = part.text;
            const places = Array.from({ length: text.length }, (_, index) =>
              spanWithin(part.text, index, index + 1),
            );
            assert.equal(places.map(place => sliceSpan(file, place).replace('$$', '$')).join(''), text);
          }
        }
      }),
    );
  });

  it('many that are never closed cost no more than few', async () => {
    const text = '${A:-'.repeat(200_000);
    await takesAtMost(10_000, () => {
      interpolate(placedSlice(text, span(0, text.length)), '$$');
    });
  });
});

function describeParts({ parts }: InterpolatedText): unknown[] {
  return parts.map(part => {
    if (part.type === 'text') return part.text.text;
    const { name, operator, operand } = part;
    return operand ? { [name]: operator, operand: describeParts(operand) } : { [name]: operator };
  });
}
