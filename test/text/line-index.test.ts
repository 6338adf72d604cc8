import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LineIndex } from '../../src/text/line-index.ts';

describe('LineIndex', () => {
  it('counts lines that end in any of three ways', () => {
    const lines = new LineIndex('a\nb\r\nc\rd\n');
    assert.deepEqual(lines.positionAt(3), { line: 1, character: 1 });
    assert.deepEqual(lines.positionAt(4), { line: 1, character: 2 });
    assert.deepEqual(lines.positionAt(7), { line: 3, character: 0 });
    assert.equal(lines.lineCount, 5);
    assert.equal(lines.offsetAt({ line: 2, character: 9 }), 7);
  });

  it('moves what is outside of the text to its nearest end', () => {
    const lines = new LineIndex('a\nb');
    assert.deepEqual(lines.positionAt(-1), { line: 0, character: 0 });
    assert.deepEqual(lines.positionAt(9), { line: 1, character: 1 });
    assert.equal(lines.offsetAt({ line: -1, character: 0 }), 0);
    assert.equal(lines.offsetAt({ line: 0, character: -1 }), 0);
    assert.equal(lines.offsetAt({ line: 7, character: 0 }), 3);
    assert.equal(lines.lineStart(7), 3);
  });

  it('answers the same whatever was asked before', () => {
    const text = fc.array(fc.constantFrom('\r', '\n', '\r\n', 'a', 'bc')).map(parts => parts.join(''));
    const offset = fc.integer({ min: -1, max: 30 });
    fc.assert(
      fc.property(text, fc.array(offset), (text, offsets) => {
        const lines = new LineIndex(text);
        for (const each of offsets) {
          const inside = Math.min(Math.max(each, 0), text.length);
          // A position between the two characters of a line's end is in that line.
          const before = text.slice(0, inside).replace(/\r$/, end => (text[inside] === '\n' ? '.' : end));
          const [last = '', ...ended] = before.split(/\r\n|\r|\n/).reverse();
          assert.deepEqual(lines.positionAt(each), { line: ended.length, character: last.length });
          assert.equal(lines.offsetAt(lines.positionAt(each)), inside);
        }
      }),
    );
  });
});
