// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates are what is tested
import assert from 'node:assert/strict';
import { JSON_BLOCKS } from '../../src/formats/terraform/json-schema.ts';
import { readTerraformName } from '../../src/formats/terraform/names.ts';
import type { Expression } from '../../src/model/expression.ts';
import { parseHclJson } from '../../src/parsers/hcl/json.ts';
import { createHclParser } from '../../src/parsers/hcl/parse.ts';
import type { HclBody } from '../../src/parsers/hcl/tree.ts';
import { makeSource } from '../../src/text/source.ts';
import { sliceSpan } from '../../src/text/span.ts';
import { describeExpression } from '../support/describe-expression.ts';

describe('HCL in JSON', () => {
  const parser = createHclParser(readTerraformName);
  const parse = (text: string) => parseHclJson(makeSource('a.tf.json', text), JSON_BLOCKS, parser);

  const cases: readonly [title: string, document: unknown, outline: string][] = [
    ['a block with one label', { provider: { a: { region: 'x' } } }, 'provider(a){region="x"}'],
    [
      'several of a kind',
      { provider: { a: [{ b: 1 }, { c: true }], d: {} } },
      'provider(a){b="1"} provider(a){c="true"} provider(d){}',
    ],
    ['a list at every level', { resource: [{ a: [{ b: [{ c: null }] }] }] }, 'resource(a,b){c={}}'],
    [
      'blocks inside a block',
      { terraform: { backend: { s3: { key: 'k' } }, required_version: '1' } },
      'terraform{required_version="1" backend(s3){key="k"}}',
    ],
    ['remarks', { '//': 'a remark', locals: { '//': 'another', a: 1 } }, 'locals{a="1"}'],
    ['a template', { locals: { a: 'oss-${var.b}.com' } }, 'locals{a=`oss-${var.b}.com`}'],
    ['a template that is one expression', { locals: { a: '${var.b}' } }, 'locals{a=var.b}'],
    [
      'quotes in a template',
      { locals: { a: '${lookup(var.b, "c")}-\n' } },
      'locals{a=`${lookup(var.b, "c")}-\n`}',
    ],
    ['escaped marks', { locals: { a: '$${b} ${var.c}' } }, 'locals{a=`${b} ${var.c}`}'],
    ['lists and objects', { locals: { a: [{ b: ['c', 1] }] } }, 'locals{a=[[b: ["c", "1"]]]}'],
    ['something else than blocks', { resource: 'a', provider: 3, data: [1] }, ''],
    ['names that objects have', { locals: { __proto__: 1, constructor: 2 } }, 'locals{constructor="2"}'],
  ];
  for (const [title, document, outline] of cases) {
    it(`reads ${title}`, () => {
      const { body, problems } = parse(JSON.stringify(document));
      assert.deepEqual([describeBody(body), problems], [outline, []]);
    });
  }

  it('keeps places through the escapes of JSON', () => {
    const text = String.raw`{"locals": {"a": "https:\/\/${'$'}{var.b}\/\"c\"", "d": "e\u00e9${'$'}{var.f}g"}}`;
    const [locals] = parse(text).body.blocks;
    const places = (locals?.body.attributes ?? [])
      .flatMap(({ value }) => partsOf(value))
      .map(part => sliceSpan(text, part.span));
    assert.deepEqual(places, [
      String.raw`https:\/\/`,
      'var.b',
      String.raw`\/\"c\"`,
      String.raw`e\u00e9`,
      'var.f',
      'g',
    ]);
  });

  it('keeps the name that JSON.stringify leaves out', () => {
    assert.equal(describeBody(parse('{"locals": {"__proto__": "a"}}').body), 'locals{__proto__="a"}');
  });

  it('reads what there is of a half-typed file', () => {
    const { body, problems } = parse('{"provider": {"a": {"region": "x", "alias": "${var');
    assert.equal(describeBody(body).startsWith('provider(a){region="x"'), true);
    assert.deepEqual(
      problems.map(problem => problem.code),
      ['syntax-error'],
    );
  });

  it('is not confused by words like the one that it puts around templates', () => {
    assert.equal(
      describeBody(parse('{"locals": {"a": "END\\nEND_ ${var.b}"}}').body),
      'locals{a=`END\nEND_ ${var.b}`}',
    );
  });
});

function partsOf(value: Expression): readonly Expression[] {
  return value.type === 'template' ? value.parts : [value];
}

function describeBody({ attributes, blocks }: HclBody): string {
  return [
    ...attributes.map(({ name, value }) => `${name}=${describeExpression(value)}`),
    ...blocks.map(({ type, labels, body }) => {
      const texts = labels.map(label => label.text).join();
      return `${type}${texts && `(${texts})`}{${describeBody(body)}}`;
    }),
  ].join(' ');
}
