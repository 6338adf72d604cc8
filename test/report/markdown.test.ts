import assert from 'node:assert/strict';
import fc from 'fast-check';
import { commandLink, escapeMarkdown, inlineCode, link } from '../../src/report/markdown.ts';

describe('Markdown', () => {
  const texts: readonly [text: string, shown: string][] = [
    ['Alibaba Cloud Computing Co., Ltd.', 'Alibaba Cloud Computing Co., Ltd.'],
    ['[x](https://evil.example)', '&#91;x&#93;(https&#58;//evil&#46;example)'],
    ['<img src=x>', '&#60;img src=x&#62;'],
    ['# title', '&#35; title'],
    ['- item', '&#45; item'],
    ['12. item', '12&#46; item'],
    ['www.evil.example', 'www&#46;evil&#46;example'],
    ['![x](y)', '&#33;&#91;x&#93;(y)'],
    ['$(alert) @all | `x`', '&#36;(alert) &#64;all &#124; &#96;x&#96;'],
    ['two\nlines', 'two␊lines'],
    ['Part B: from 2020', 'Part B: from 2020'],
  ];
  for (const [text, shown] of texts) {
    it(`shows ${JSON.stringify(text)} as it is`, () => assert.equal(escapeMarkdown(text), shown));
  }

  it('never lets a text start a link, an image, an element or code', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        assert.doesNotMatch(escapeMarkdown(text), /[<>[\]`*_\\\n\r]/);
      }),
    ));

  it('never lets a text end inline code', () =>
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('`', 'a', ' ') }), text => {
        const code = inlineCode(text);
        const fence = /^`+/.exec(code)?.[0] ?? '';
        if (!text.includes('`')) return;
        assert.ok(!code.slice(fence.length, -fence.length).includes(fence));
      }),
    ));

  it('is no open fence when there is no text', () => assert.equal(inlineCode(''), '` `'));

  it('links to https only', () => {
    assert.equal(link('act', 'https://law.example/a(b)'), '[act](https://law.example/a%28b%29)');
    assert.equal(link('act', 'command:evil'), 'act');
  });

  it('never lets an argument end a command link', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        const made = commandLink('Go', 'ours.go', [text]);
        const [, query = ''] = /^\[Go\]\(command:ours\.go\?([\w.%-]*)\)$/.exec(made) ?? [];
        assert.deepEqual(JSON.parse(decodeURIComponent(query)), [text.replace(/\p{Cs}/gu, '\ufffd')]);
      }),
    ));
});
