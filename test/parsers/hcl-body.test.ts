// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates are what is tested
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readTerraformName } from '../../src/formats/terraform/names.ts';
import { createHclParser } from '../../src/parsers/hcl/parse.ts';
import type { HclBody } from '../../src/parsers/hcl/tree.ts';
import { makeSource } from '../../src/text/source.ts';
import { sliceSpan } from '../../src/text/span.ts';
import { damage } from '../support/damage.ts';
import { describeExpression } from '../support/describe-expression.ts';
import { hclText } from '../support/hcl-text.ts';

describe('HCL files', () => {
  const parser = createHclParser(readTerraformName);

  const valid: readonly [title: string, text: string, outline: string][] = [
    ['nothing', '', ''],
    ['only comments', '# a\n// b\n/* c\n*/\n', ''],
    ['attributes', 'a = 1\nb = "c"\n', 'a="1" b="c"'],
    ['a block without labels', 'locals {\n  a = 1\n}\n', 'locals{a="1"}'],
    ['a block with labels', 'resource "a" b {\n}\n', 'resource(a,b){}'],
    ['blocks in blocks', 'a {\n  b "c" {\n    d = 1\n  }\n  e = 2\n}\n', 'a{e="2" b(c){d="1"}}'],
    ['a block on one line', 'variable "a" { default = "b" }', 'variable(a){default="b"}'],
    ['no indentation', 'a "b" {\nc = [\n1,\n]\nd {\n}\n}\ne = 1\n', 'e="1" a(b){c=["1"] d{}}'],
    ['indented statements', '  a {\n  }\n  b {\n  }\n', 'a{} b{}'],
    ['carriage returns', 'a {\r\n  b = <<EOT\r\nc\r\nEOT\r\n}\r\nd = 1\r\n', 'd="1" a{b="c\\r\\n"}'],
    [
      'what looks like blocks in a heredoc',
      'a = <<EOT\nserver {\n}\nb "c" {\nEOT\nd = 1\n',
      'a="server {\\n}\\nb \\"c\\" {\\n" d="1"',
    ],
    [
      'brackets in strings and comments',
      'a = "}{" # {\nb = "${c("}")}" /* } */\nd = 1\n',
      'a="}{" b=c("}") d="1"',
    ],
    ['an empty line comment', 'a {\n  #\n  b = 1\n}\nc {\n}\n', 'a{b="1"} c{}'],
    ['a heredoc at the end without line break', 'a = <<EOT\nb\nEOT', 'a="b\\n"'],
    ['a template over lines', 'a = "${\n  var.b\n}"\nc = 1\n', 'a=var.b c="1"'],
    ['names with Unicode', 'größe = 1\n', 'größe="1"'],
  ];
  for (const [title, text, outline] of valid) {
    it(`reads ${title}`, () => {
      const { body, problems } = parser.parse(makeSource('a.tf', text));
      assert.deepEqual([describeBody(body), problems], [outline, []]);
    });
  }

  const halfTyped: readonly [title: string, text: string, outline: string, problemAt: string][] = [
    ['an attribute without value', 'a {\n  b =\n}\nc {\n  d = 1\n}\n', 'a{} c{d="1"}', 'b ='],
    ['a value between others', 'a {\n  b = 1\n  c =\n  d = 2\n}\n', 'a{b="1" d="2"}', 'c ='],
    ['a string that is not closed', 'a {\n  b = "c\n}\nd {\n}\n', 'a{b="c"} d{}', 'b = "c'],
    ['an attribute after such a string', 'a {\n  b = "c\n  d = "e"\n}\n', 'a{b="c" d="e"}', 'b = "c'],
    ['a template that is not closed', 'a {\n  b = "${c\n}\nd {\n}\n', 'a{b=<computed-by-provider>} d{}', '}'],
    [
      'a dot without name',
      'a {\n  b = var.\n  c = 1\n}\n',
      'a{b=<unsupported-expression> c="1"}',
      'b = var.',
    ],
    ['a list that is not closed', 'a {\n  b = [1,\n}\nc {\n}\n', 'a{b=["1"]} c{}', 'b = [1,'],
    ['a block that is not closed', 'a {\n  b = 1\n\nc {\n  d = 2\n}\n', 'a{b="1"} c{d="2"}', 'a {'],
    ['the last block not closed', 'a {\n  b {\n    c = 1\n', 'a{b{c="1"}}', 'a {'],
    ['a block without body', 'a "b"\nc "d" {\n}\n', 'c(d){}', 'a "b"'],
    [
      'a heredoc that is not closed',
      'a {\n  b = <<EOT\n  c\n}\nd {\n}\n',
      'a{b="  c\\n}\\n"} d{}',
      'b = <<EOT',
    ],
    ['a brace too many', 'a {\n}\n}\nb {\n}\n', 'a{} b{}', '}'],
    [
      'a merge conflict',
      'a {\n<<<<<<< x\n  b = 1\n=======\n  b = 2\n>>>>>>> y\n}\nc {\n}\n',
      'a{b="1" b="2"} c{}',
      '<<<<<<< x',
    ],
    ['a mistake among attributes', 'a = 1\nb = "c\nd = [\ne = 2\n', 'a="1" b="c" d=[] e="2"', 'b = "c'],
  ];
  for (const [title, text, outline, problemAt] of halfTyped) {
    it(`reads around ${title}`, () => {
      const { body, problems } = parser.parse(makeSource('a.tf', text));
      assert.equal(describeBody(body), outline);
      assert.deepEqual(
        problems.map(({ code, span }) => [code, span && sliceSpan(text, span)]),
        [['syntax-error', problemAt]],
      );
    });
  }

  it('gives blocks, types, labels and names exact spans', () => {
    const text = '# x\nresource "a" "b" {\n  c = 1\n} # y\n';
    const [block] = parser.parse(makeSource('a.tf', text)).body.blocks;
    const [attribute] = block?.body.attributes ?? [];
    assert.ok(block && attribute);
    assert.equal(sliceSpan(text, block.span), 'resource "a" "b" {\n  c = 1\n}');
    assert.equal(sliceSpan(text, block.typeSpan), 'resource');
    assert.deepEqual(
      block.labels.map(label => sliceSpan(text, label.span)),
      ['a', 'b'],
    );
    assert.equal(sliceSpan(text, attribute.nameSpan), 'c');
    assert.equal(sliceSpan(text, attribute.span), 'c = 1');
  });

  it('refuses nesting without an end, in one block only', () => {
    const text = `a {\n  b = ${'['.repeat(500)}${']'.repeat(500)}\n}\nc {\n  d = 1\n}\n`;
    const { body, problems } = parser.parse(makeSource('a.tf', text));
    assert.equal(describeBody(body), 'c{d="1"}');
    assert.deepEqual(
      problems.map(problem => problem.code),
      ['too-deep'],
    );
  });

  it('reads an edited text like a new one', () => {
    const before =
      'a {\n  b = "${var.x}"\n}\n\nc "d" {\n  e = [1, { f = <<EOT\ng\nEOT\n}]\n}\nh = 1\ni = 2\n';
    parser.parse(makeSource('a.tf', before, true));
    for (const after of [
      'a "b\\\n"c" {\n}\nd = 1\n',
      `# new\n${before}`,
      before.replace('var.x', 'var.xyz'),
      before.replace('h = 1\n', ''),
      `${before}j = 3`,
    ]) {
      const fresh = createHclParser(readTerraformName);
      const edited = parser.parse(makeSource('a.tf', after, true));
      const expected = fresh.parse(makeSource('a.tf', after));
      assert.deepEqual(
        [edited.body, edited.comments, edited.problems],
        [expected.body, expected.comments, expected.problems],
      );
    }
  });
});

describe('a file of HCL that is read again', () => {
  it('says what it says the first time, however it is damaged', () => {
    fc.assert(
      fc.property(hclText(), fc.array(damage(), { maxLength: 4 }), (whole, changes) => {
        const text = changes.reduce((changed, change) => change(changed), whole);
        const parser = createHclParser(readTerraformName);
        // Read at once, then statement by statement, then from memory.
        const [first, ...again] = [false, true, true].map(isReadAgain => {
          const { body, comments, problems } = parser.parse(makeSource('a.tf', text, isReadAgain));
          return { body, comments, problems };
        });
        for (const each of again) assert.deepEqual(each, first);
      }),
      { numRuns: Number(process.env.PROPERTY_RUNS ?? 500), seed: 20_261_126 },
    );
  });
});

function describeBody({ attributes, blocks }: HclBody): string {
  return [
    ...attributes.map(({ name, value }) => `${name}=${describeExpression(value)}`),
    ...blocks.map(({ type, labels, body }) => {
      const texts = labels.map(label => label.text).join();
      return `${type}${texts && `(${texts})`}{${describeBody(body)}}`;
    }),
  ].join(' ');
}
