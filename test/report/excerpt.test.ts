import assert from 'node:assert/strict';
import fc from 'fast-check';
import { textWidth } from '../../src/report/text/display-width.ts';
import { excerptOf } from '../../src/report/text/excerpt.ts';
import { wrap } from '../../src/report/text/wrap.ts';
import { makeSource } from '../../src/text/source.ts';
import { takesAtMost } from '../support/time.ts';

/** The excerpt of the text between `«` and `»`, and the carets below it. */
function show(marked: string, width = 40): string[] {
  const start = marked.indexOf('«');
  const end = marked.indexOf('»') - 1;
  const source = makeSource('a.tf', marked.replace('«', '').replace('»', ''));
  const excerpt = excerptOf(source, { start, end }, width);
  const carets = ' '.repeat(excerpt.beforeWidth) + '^'.repeat(excerpt.markedWidth);
  return [`${excerpt.line} ${excerpt.before}${excerpt.marked}${excerpt.after}`, `  ${carets}`];
}

describe('excerpt', () => {
  const rows: readonly [title: string, marked: string, width: number, line: string, carets: string][] = [
    ['a token', 'a = «"b"» # c', 40, '1 a = "b" # c', '      ^^^'],
    ['a token of the second line', 'a\nb = «c»\nd', 40, '2 b = c', '      ^'],
    [
      'nothing around a value of a state, where secrets are',
      '{"terraform_version": "1.9", "serial": 1, "a": "secret", "host": "«b»", "c": "secret"}',
      40,
      '1 …b…',
      '   ^',
    ],
    ['a CRLF line', 'a\r\nb = «c»\r\nd', 40, '2 b = c', '      ^'],
    ['nothing at the end', 'a = «»', 40, '1 a = ', '      ^'],
    ['an empty file', '«»', 40, '1 ', '  ^'],
    ['tabs before and inside', '\ta\t«b\tc»', 40, '1     a   b   c', '          ^^^^^'],
    ['wide characters', '杭州 «海» x', 40, '1 杭州 海 x', '       ^^'],
    ['combining marks', 'e\u0301 «x»', 40, '1 e\u0301 x', '    ^'],
    ['control characters', '\u001b «\u0007x»', 40, '1 ␛ ␇x', '    ^^'],
    ['several lines, of which the first is shown', '«a {\n  b\n}»', 40, '1 a {', '  ^^^'],
    ['a long line, token at the beginning', `«abc»${'x'.repeat(50)}`, 20, `1 abc${'x'.repeat(16)}…`, '  ^^^'],
    [
      'a long line, token at the end',
      `${'x'.repeat(50)}«abc»`,
      20,
      `1 …${'x'.repeat(16)}abc`,
      `  ${' '.repeat(17)}^^^`,
    ],
    [
      'a long line, token in the middle',
      `${'x'.repeat(50)}«abcd»${'y'.repeat(50)}`,
      20,
      '1 …xxxxxxxabcdyyyyyyy…',
      '          ^^^^',
    ],
    ['a long token', `x = «${'a'.repeat(50)}»y`, 20, '1 x = aaaaaaaaaaaaaaa…', '      ^^^^^^^^^^^^^^^^'],
  ];
  for (const [title, marked, width, line, carets] of rows) {
    it(`shows ${title}`, () => assert.deepEqual(show(marked, width), [line, carets]));
  }

  it('never takes more columns than there are, and looks at a part of a long line only', async () => {
    const text = fc.string({
      unit: fc.constantFrom('a', ' ', '\t', '州', '\u0301', '\u001b', '\n', '\u{1F30F}'),
      maxLength: 80,
    });
    fc.assert(
      fc.property(text, fc.nat(80), fc.nat(80), fc.integer({ min: 16, max: 60 }), (content, a, b, width) => {
        const span = { start: Math.min(a, b, content.length), end: Math.min(Math.max(a, b), content.length) };
        const { before, marked, after, beforeWidth } = excerptOf(makeSource('a', content), span, width);
        assert.ok(textWidth(before + marked + after) <= width);
        assert.equal(textWidth(before), beforeWidth);
        assert.doesNotMatch(before + marked + after, /\p{Cc}/u);
      }),
    );
    const megabytes = makeSource('a', 'x'.repeat(20_000_000));
    await takesAtMost(1000, () => {
      excerptOf(megabytes, { start: 10_000_000, end: 19_000_000 }, 80);
    });
  });
});

describe('wrap', () => {
  const rows: readonly [text: string, width: number | undefined, lines: readonly string[]][] = [
    ['one two three', undefined, ['one two three']],
    ['one two three', 7, ['one two', 'three']],
    ['one two three', 13, ['one two three']],
    ['one two three', 3, ['one', 'two', 'three']],
    ['a much-too-long-word b', 6, ['a', 'much-too-long-word', 'b']],
    ['杭州 上海', 8, ['杭州', '上海']],
    ['averyverylongword next', 5, ['averyverylongword', 'next']],
    ['', 5, ['']],
  ];
  for (const [text, width, lines] of rows) {
    it(`${JSON.stringify(text)} at ${width}`, () => assert.deepEqual(wrap(text, width), lines));
  }
});
