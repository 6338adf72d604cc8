// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates are what is tested
import assert from 'node:assert/strict';
import { readTerraformName } from '../../src/formats/terraform/names.ts';
import type { Expression } from '../../src/model/expression.ts';
import { createHclParser } from '../../src/parsers/hcl/parse.ts';
import { makeSource } from '../../src/text/source.ts';
import { sliceSpan } from '../../src/text/span.ts';
import { describeExpression } from '../support/describe-expression.ts';

describe('HCL expressions', () => {
  const parser = createHclParser(readTerraformName);

  const readValue = (text: string): Expression | undefined =>
    parser.parse(makeSource('a.tf', text)).body.attributes[0]?.value;

  const cases: readonly [title: string, source: string, described: string][] = [
    ['a string', '"cn-hangzhou"', '"cn-hangzhou"'],
    ['an empty string', '""', '""'],
    ['escapes', String.raw`"a\"b\\c\n\té\U0001F600"`, JSON.stringify('a"b\\c\n\té😀')],
    ['escaped template marks', '"$${a} %%{b} $ % $$ 100%"', '"${a} %{b} $ % $$ 100%"'],
    ['an escape that does not exist', String.raw`"\d+"`, '"\\\\d+"'],
    ['a number', '42', '"42"'],
    ['a negative fraction', '-1.5', '"-1.5"'],
    ['an exponent', '1e5', '"1e5"'],
    ['true', 'true', '"true"'],
    ['null is no value', 'null', '{}'],
    ['a template', '"oss-${var.region}.aliyuncs.com"', '`oss-${var.region}.aliyuncs.com`'],
    ['white space between parts', '" ${var.a} ${var.b} "', '` ${var.a} ${var.b} `'],
    ['a template that is one expression', '"${var.region}"', 'var.region'],
    ['templates in templates', '"a${"b${var.c}"}"', '`a${`b${var.c}`}`'],
    ['strip marks', '"a ${~ var.b ~} c"', '`a ${var.b} c`'],
    ['if in a template', '"x%{ if var.a }b%{ else }c%{ endif }"', '`x${{"b" | "c"}}`'],
    ['if without else', '"%{ if var.a }b${var.c}%{ endif }"', '{`b${var.c}` | ""}'],
    ['for in a template', '"%{ for a in var.b }x-${a} %{ endfor }"', 'for(`x-${one(var.b)} `)'],
    ['a heredoc', '<<EOT\na\n  b\nEOT', '"a\\n  b\\n"'],
    ['a heredoc that may be indented', '<<-EOT\n    a ${var.b}\n  EOT', '`    a ${var.b}\n`'],
    ['a heredoc with what is no escape in it', '<<EOT\n"\\n" $${a}\nEOT', '"\\"\\\\n\\" ${a}\\n"'],
    ['an empty heredoc', '<<EOT\nEOT', '""'],
    ['a heredoc with a line that begins like its end', '<<EOT\nEOTX\nEOT', '"EOTX\\n"'],
    ['a heredoc as an argument', 'trimspace(<<EOT\na\nEOT\n)', 'trimspace("a\\n")'],
    ['a variable and what is in it', 'var.sites["a"].zones[0]', 'var.sites["a"]["zones"]["0"]'],
    ['an index of old times', 'var.zones.0', 'var.zones["0"]'],
    ['a local', 'local.region', 'local.region'],
    ['an output of a module', 'module.network.region', 'module.network.region'],
    ['an output of one of several', 'module.network[0].zones[1]', 'module.network.zones["1"]'],
    ['outputs of all', 'module.network[*].region', 'module.network.region'],
    ['an attribute of a resource', 'alicloud_vpc.main.id', '<computed-by-provider>'],
    ['an attribute of a data source', 'data.alicloud_zones.all.zones[0].id', '<computed-by-provider>'],
    [
      'what is known only when it runs',
      '"${terraform.workspace}-${count.index}"',
      '`${<set-at-run-time>}-${<set-at-run-time>}`',
    ],
    ['each', 'each.value.region', 'each.value["region"]'],
    ['an iterator', 'setting.value.zone', 'setting.value["zone"]'],
    ['a splat', 'var.sites[*].region', 'one(var.sites)["region"]'],
    ['a conditional', 'var.a ? "b" : "c"', '{"b" | "c"}'],
    ['conditionals in a row', 'var.a ? "b" : var.c ? "d" : var.e ? "f" : "g"', '{"b" | "d" | "f" | "g"}'],
    ['a conditional as condition', '(var.a ? true : false) ? "b" : "c"', '{"b" | "c"}'],
    ['a conditional with null', 'var.a == null ? null : "b"', '{{} | "b"}'],
    ['parentheses', '("a")', '"a"'],
    ['operations', '!var.a && 1 + var.b > 2', '&&(!(var.a), >(+("1", var.b), "2"))'],
    ['a call', 'format("%s-%d", var.a, 3)', 'format("%s-%d", var.a, "3")'],
    ['a call of a provider', 'provider::aws::arn_parse(var.a)', 'provider::aws::arn_parse(var.a)'],
    ['a call with a list of arguments', 'merge(var.maps...)', 'merge(one(var.maps))'],
    ['a call and what is in its result', 'split(",", var.a)[0]', 'split(",", var.a)["0"]'],
    ['a list', '["a", var.b, [],]', '["a", var.b, []]'],
    ['an object', '{ a = 1, "b-c" : 2, 3 = 4 }', '[a: "1", b-c: "2", 3: "4"]'],
    ['an object on lines', '{\n  a = 1\n  b = 2 # no comma\n}', '[a: "1", b: "2"]'],
    [
      'computed keys',
      '{\n  a = var.b\n  (var.c) = var.d\n  "${var.e}" = 1\n}',
      '[a: var.b, *: var.d, *: "1"]',
    ],
    ['an element at once', '{ a = "b" }[var.c]', '[a: "b"][var.c]'],
    ['for over a list', '[for a in ["x", "y"] : "z-${a}" if a != ""]', '[*: `z-${{"x" | "y"}}`]'],
    ['for over a map', '{ for k, v in { a = "b" } : k => upper(v) }', '[*: upper({"b"})]'],
    [
      'for over a variable',
      '[for k, v in var.m : "${k}${v.x}"]',
      '[*: `${one(keys(var.m))}${one(var.m)["x"]}`]',
    ],
  ];
  for (const [title, source, described] of cases) {
    it(`${title}: ${JSON.stringify(source)}`, () => {
      const value = readValue(`a = ${source}\n`);
      assert.equal(value && describeExpression(value), described);
    });
  }

  it('gives literals the span between the quotes', () => {
    const text = 'a = ["x", "", <<EOT\ny\nEOT\n, "z ${var.b} w"]';
    assert.deepEqual(
      literalsIn(readValue(text)).map(literal => sliceSpan(text, literal.span)),
      ['x', '', 'y\n', 'z ', ' w'],
    );
  });

  it('gives names the span of the part that names', () => {
    const text = 'a = var.sites["b"].region';
    const value = readValue(text);
    assert.equal(value && sliceSpan(text, value.span), 'var.sites["b"].region');
    assert.equal(
      value?.type === 'member' && value.object.type === 'member' && sliceSpan(text, value.object.object.span),
      'var.sites',
    );
  });

  it('gives keys the span without quotes', () => {
    const text = 'a = { "b.c" = 1, d = 2 }';
    const value = readValue(text);
    const keys =
      value?.type === 'collection'
        ? value.items.map(item => item.keySpan && sliceSpan(text, item.keySpan))
        : [];
    assert.deepEqual(keys, ['b.c', 'd']);
  });
});

function literalsIn(value: Expression | undefined): (Expression & { type: 'literal' })[] {
  switch (value?.type) {
    case 'literal':
      return [value];
    case 'template':
      return value.parts.flatMap(literalsIn);
    case 'collection':
      return value.items.flatMap(item => literalsIn(item.value));
    default:
      return [];
  }
}
