import assert from 'node:assert/strict';
import fc from 'fast-check';
import { descendants, type XmlElement } from '../../src/parsers/xml/element.ts';
import { parseXml } from '../../src/parsers/xml/parse.ts';
import { makeSource } from '../../src/text/source.ts';
import { takesAtMost } from '../support/time.ts';

describe('parsers/xml', () => {
  const table: readonly (readonly [title: string, text: string, expected: string, problems?: string])[] = [
    ['elements and attributes', '<a x="1" y=\'2\'><b/>t</a>', 'a{x=1,y=2}[b]t'],
    ['a declaration and a document type', '<?xml version="1.0"?><!DOCTYPE a><a/>', 'a'],
    ['references', '<a x="&lt;&#65;&#x42;&amp;">&gt;&quot;&apos;&nope;&#0;</a>', `a{x=<AB&}>"'&nope;&#0;`],
    ['character data', '<a> x <![CDATA[<b>&amp;]]> </a>', 'ax <b>&amp;'],
    ['comments', '<a><!-- <b/> --><c/></a>', 'a[c]'],
    ['prefixes', '<m:a xmlns:m="u"/>', 'm:a{xmlns:m=u}'],
    ['an attribute without value', '<a x y="1"/>', 'a{y=1}'],
    ['an attribute without quotes', '<a x=1 y="1"/>', 'a{y=1}'],
    ['a half-typed value', '<a x="1 y><b/>', 'a{x=1}[b]', 'syntax-error'],
    ['an element that is not closed', '<a><b>t</a><c/>', 'a[bt] c', 'syntax-error'],
    ['a closing tag too many', '</b><a/>', 'a', 'syntax-error'],
    ['a half-typed tag', '<a><b', 'a[b]', 'syntax-error'],
    ['a lone angle bracket', '<a> 1 < 2 </a>', 'a1  2', 'syntax-error'],
    ['a comment that is not closed', '<a/><!-- x', 'a', 'syntax-error'],
    ['nothing', '', ''],
  ];
  for (const [title, text, expected, problems = ''] of table) {
    it(title, () => {
      const document = parseXml(makeSource('a.xml', text));
      assert.equal(document.roots.map(show).join(' '), expected);
      assert.equal(document.problems.map(problem => problem.code).join(), problems);
    });
  }

  it('keeps the place of every token', () => {
    const text = '<a>\n  <b name="v&amp;w"> text </b>\n</a>';
    const [root] = parseXml(makeSource('a.xml', text)).roots;
    const [child] = root?.children ?? [];
    const at = (span?: { start: number; end: number }) => span && text.slice(span.start, span.end);
    assert.equal(at(child?.span), '<b name="v&amp;w"> text </b>');
    assert.equal(at(child?.nameSpan), 'b');
    assert.equal(at(child?.text.span), 'text');
    assert.equal(at(child?.attributes[0]?.value.span), 'v&amp;w');
  });

  it('bounds the depth', () => {
    const document = parseXml(makeSource('a.xml', `${'<a>'.repeat(5000)}x${'</a>'.repeat(5000)}<b/>`));
    assert.deepEqual(
      document.problems.map(problem => problem.code),
      ['too-deep'],
    );
    assert.deepEqual(
      document.roots.map(root => root.name),
      ['a', 'b'],
    );
  });

  it('takes time in proportion to the text', async () => {
    await takesAtMost(4000, () => {
      for (const piece of [
        '<a x="&',
        '<a>&amp;',
        '</a',
        '<!--',
        '<a x=\'y" ',
        '<a b c d ',
        '&lt;<b/>',
        '<',
      ]) {
        parseXml(makeSource('a.xml', piece.repeat(40_000)));
      }
    });
  });

  it('never throws and keeps spans inside the text', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '/',
      'a',
      '"',
      "'",
      '=',
      ' ',
      '&amp;',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '</a>',
      '\ud800',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), pieces => {
        const text = pieces.join('');
        const document = parseXml(makeSource('a.xml', text));
        for (const element of document.roots.flatMap(root => [...descendants(root)])) {
          for (const { start, end } of [element.span, element.nameSpan, element.text.span]) {
            assert.ok(start >= 0 && start <= end && end <= text.length, `${start}-${end} in ${text}`);
          }
        }
      }),
      { numRuns: 2000 },
    );
  });
});

function show({ name, attributes, children, text }: XmlElement): string {
  const written = attributes.map(attribute => `${attribute.name}=${attribute.value.text}`).join();
  return `${name}${written && `{${written}}`}${children.length > 0 ? `[${children.map(show).join()}]` : ''}${text.text}`;
}
