import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseDotenv } from '../../src/parsers/dotenv.ts';
import { visibleText } from '../../src/parsers/interpolation.ts';
import { spanWithin } from '../../src/parsers/tree.ts';
import { sliceSpan } from '../../src/text/span.ts';
import { takesAtMost } from '../support/time.ts';

describe('environment files', () => {
  const rows: { name: string; text: string; is: Record<string, string | undefined> }[] = [
    { name: 'plain values', text: 'A=b\nC = d e \n', is: { A: 'b', C: 'd e' } },
    { name: 'export, and a colon', text: 'export A=b\nC: d\n', is: { A: 'b', C: 'd' } },
    { name: 'a name alone', text: 'A\nB=\n', is: { A: undefined, B: '' } },
    {
      name: 'comments',
      text: '# A=b\nC=d # e\nF=g#h\nI="j # k" # l\n',
      is: { C: 'd', F: 'g#h', I: 'j # k' },
    },
    { name: 'double quotes', text: 'A="b\\nc \\"d\\" $E"\n', is: { A: 'b\nc "d" \0' } },
    { name: 'single quotes', text: "A='$B \\n'\n", is: { A: '$B \\n' } },
    { name: 'several lines', text: 'A="b\nc"\nD=\'e\nf\'\nG=h\n', is: { A: 'b\nc', D: 'e\nf', G: 'h' } },
    { name: 'an open quote ends before the next entry', text: 'A="b\nC=d\n', is: { A: '"b', C: 'd' } },
    { name: 'Windows line ends', text: 'A=b\r\nC="d"\r\nE\r\n', is: { A: 'b', C: 'd', E: undefined } },
    { name: 'what is none of these', text: '=a\n{"b": "c"}\n1=d\nE F=g\n', is: {} },
    { name: 'an escaped dollar sign', text: 'A=\\$B\n', is: { A: '$B' } },
  ];
  for (const { name, text, is } of rows) {
    it(name, () => {
      const entries = parseDotenv(text).entries.map(entry => [
        entry.name.text,
        entry.value && visibleText(entry.value).text,
      ]);
      assert.deepEqual(Object.fromEntries(entries), is);
    });
  }

  it('never throw, keep places, and are read in linear time', async () => {
    const piece = fc.constantFrom(
      'A',
      '=',
      '"',
      "'",
      '\n',
      '\r\n',
      '#',
      ' ',
      '\\',
      '$B',
      '${',
      'export ',
      '\u{1F433}',
      'LONG_NAME=',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), pieces => {
        const text = pieces.join('');
        for (const { name, value } of parseDotenv(text).entries) {
          assert.equal(sliceSpan(text, name.span), name.text);
          for (const part of value?.parts ?? []) {
            if (part.type === 'text')
              assert.ok(spanWithin(part.text, 0, part.text.text.length).end <= text.length);
          }
        }
      }),
      { numRuns: 1000 },
    );
    await takesAtMost(20_000, () => {
      for (const text of ['A="\n', "a='\n", 'A=${\n', '"', ' ', 'A=`']) parseDotenv(text.repeat(100_000));
    });
  }).timeout(60_000);
});
