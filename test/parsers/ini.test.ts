import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type IniDialect, NPM_INI, PYTHON_INI, parseIni } from '../../src/parsers/ini.ts';
import { spanWithin } from '../../src/parsers/tree.ts';
import { makeSource } from '../../src/text/source.ts';
import { sliceSpan } from '../../src/text/span.ts';
import { takesAtMost } from '../support/time.ts';

const parse = (text: string, dialect: IniDialect) => parseIni(makeSource('.npmrc', text), dialect);

/** `section|key|value|as written` for each entry. */
function lines(text: string, dialect: IniDialect): string[] {
  return parse(text, dialect).entries.map(({ section, key, keySpan, value }) => {
    assert.equal(sliceSpan(text, keySpan), key);
    return [section, key, ...(value ? [value.text, sliceSpan(text, value.span)] : [])].join('|');
  });
}

describe('parseIni', () => {
  it('reads npm settings', () => {
    const cases: readonly [text: string, entries: string[]][] = [
      ['a=1', ['|a|1|1']],
      ['  a \t=  b c  \r\nd=e\re=f\n\n', ['|a|b c|b c', '|d|e|e', '|e|f|f']],
      ['a', ['|a']],
      ['a=', ['|a||']],
      ['=a', ['||a|a']],
      ['a=b=c', ['|a|b=c|b=c']],
      ['a="b ; c"', ['|a|b ; c|b ; c']],
      ["a='b'", ['|a|b|b']],
      ["a='b", ["|a|'b|'b"]],
      ['a="', ['|a|"|"']],
      ['a=b ; c', ['|a|b|b']],
      ['a=b#c', ['|a|b|b']],
      [String.raw`a=b\;c\#d\\e\f`, [String.raw`|a|b;c#d\e\f|b\;c\#d\\e\f`]],
      ['; a=1\n# b=2\n c=3', ['|c|3|3']],
      ['a=1\n[s]\nb=2\n[ t ] x\nc=3', ['|a|1|1', 's|b|2|2', 't|c|3|3']],
      ['//host:80/:_authToken=x', ['|//host:80/:_authToken|x|x']],
    ];
    for (const [text, entries] of cases) assert.deepEqual([text, lines(text, NPM_INI)], [text, entries]);
  });

  it('reads Python configuration', () => {
    const cases: readonly [text: string, entries: string[]][] = [
      ['[global]\nindex-url: https://a/b', ['global|index-url|https://a/b|https://a/b']],
      ['a = "b" ; c', ['|a|"b" ; c|"b" ; c']],
      ['a =\n  b\n  # no\n\n  c\nd = e', ['|a|b\nc|b\n  # no\n\n  c', '|d|e|e']],
      ['  a = b', ['|a|b|b']],
    ];
    for (const [text, entries] of cases) assert.deepEqual([text, lines(text, PYTHON_INI)], [text, entries]);
  });

  it('places every character of an unescaped value', () => {
    const text = String.raw`a = x\;y\\z`;
    const value = parse(text, NPM_INI).entries[0]?.value;
    assert.ok(value);
    const parts = [...value.text].map((_, index) => sliceSpan(text, spanWithin(value, index, index + 1)));
    assert.deepEqual(parts, ['x', '\\;', 'y', '\\\\', 'z']);
  });

  it('gives comments and section headers', () => {
    const text = 'a=1\n  # one\n[s]\n; two \n';
    const { comments, sections } = parse(text, NPM_INI);
    assert.deepEqual(
      comments.map(comment => sliceSpan(text, comment)),
      ['# one', '; two'],
    );
    assert.deepEqual(
      sections.map(section => [section.name, sliceSpan(text, section.span)]),
      [['s', '[s]']],
    );
  });

  it('reports the first header that is not closed', () => {
    const { problems } = parse('[a]\n[b\n[c', NPM_INI);
    assert.deepEqual(
      problems.map(({ code, span }) => [code, span]),
      [['syntax-error', { start: 4, end: 6 }]],
    );
  });

  it('never throws and stays inside the text', () => {
    const part = fc.constantFrom(
      'a',
      '=',
      ':',
      '\\',
      ';',
      '#',
      '"',
      "'",
      '[',
      ']',
      '\n',
      '\r',
      ' ',
      '\t',
      '😀',
    );
    fc.assert(
      fc.property(fc.array(part), fc.constantFrom(NPM_INI, PYTHON_INI), (parts, dialect) => {
        const text = parts.join('');
        for (const { keySpan, value } of parse(text, dialect).entries) {
          for (const place of value
            ? [keySpan, value.span, spanWithin(value, 0, value.text.length)]
            : [keySpan]) {
            assert.ok(place.start >= 0 && place.start <= place.end && place.end <= text.length);
          }
        }
      }),
    );
  });

  it('takes time linear in the text', async () => {
    await takesAtMost(10_000, () => {
      for (const text of ['=', '\\', '[', '#', ' a\n', 'a=1\n', ' \n', '"', '\\;']) {
        parse(text.repeat(100_000), NPM_INI);
        parse(text.repeat(100_000), PYTHON_INI);
      }
    });
  });
});
