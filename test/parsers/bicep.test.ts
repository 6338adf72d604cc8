import assert from 'node:assert/strict';
import { parseBicepExpression } from '../../src/parsers/bicep/expression.ts';
import { parseBicep } from '../../src/parsers/bicep/parse.ts';
import type { BicepExpression } from '../../src/parsers/bicep/tree.ts';
import { makeSource } from '../../src/text/source.ts';
import { sliceSpan, span } from '../../src/text/span.ts';
import { takesAtMost } from '../support/time.ts';

const expressionOf = (text: string, dialect: 'bicep' | 'arm' = 'bicep') =>
  parseBicepExpression({ text, span: span(0, text.length) }, dialect);

/** The expression in a form of its own: `<name>`, `f(a, b)`, `a | b`, `{key: value}`, `~(parts)` for what is left open. */
function describeIt(node: BicepExpression): string {
  switch (node.type) {
    case 'string':
      return `'${node.parts.map(part => (part.type === 'text' ? part.text.text : `\${${describeIt(part.expression)}}`)).join('')}'`;
    case 'name':
      return `<${node.name}>`;
    case 'member':
      return `${describeIt(node.object)}[${describeIt(node.key)}]`;
    case 'call':
      return `${node.name}(${node.arguments.map(describeIt).join(', ')})`;
    case 'choice':
      return node.options.map(describeIt).join(' | ');
    case 'list':
      return `[${node.items.map(describeIt).join(', ')}]`;
    case 'object':
      return `{${node.entries.map(({ key, value }) => `${key}: ${describeIt(value)}`).join(', ')}}`;
    case 'loop':
      return `for ${node.variable} in ${describeIt(node.items)}: ${describeIt(node.body)}`;
    case 'other':
      return `~(${node.parts.map(describeIt).join(', ')})`;
  }
}

describe('expressions of Bicep', () => {
  for (const [text, expected] of [
    ["'a${b}c'", "'a${<b>}c'"],
    ["'it\\'s \\u{41}\\n'", "'it's A\n'"],
    ["'''\nas ${it} is\n'''", "'as ${it} is\n'"],
    ["$'''is ${put} in'''", "'is ${<put>} in'"],
    ["'${'${a}-b'}'", "'${'${<a>}-b'}'"],
    ['a.b[c].?d!.e', "<a>['b'][<c>]['d']['e']"],
    ['vault::secret.id', "<vault>['secret']['id']"],
    ['az.resourceGroup().location', "resourceGroup()['location']"],
    ["a == 'x' ? 'one' : 'two'", "'one' | 'two'"],
    ["a\n  ? 'one'\n  : 'two'", "'one' | 'two'"],
    ['a ?? b', '<a> | <b>'],
    ['!a && b > 1', '~(~(<a>), <b>, ~())'],
    ["[ 'a', 'b'\n 'c' ]", "['a', 'b', 'c']"],
    ["{ a: 1, 'b c': 'd' // e\n f: { g: true } ...h }", "{a: ~(), b c: 'd', f: {g: ~()}, : <h>}"],
    ["[for (x, i) in range(0, 3): { n: '${x}' }]", "for x in range(~(), ~()): {n: '${<x>}'}"],
    ["[for x in xs: if (x != 'no') x]", 'for x in <xs>: <x>'],
    ['map(xs, x => toLower(x))', 'map(<xs>, toLower(<x>))'],
    ["reduce(xs, '', (a, b) => b)", "reduce(<xs>, '', <b>)"],
  ] as const) {
    it(JSON.stringify(text), () => assert.equal(describeIt(expressionOf(text)), expected));
  }

  it('an ARM template doubles the quote and puts nothing in', () => {
    assert.equal(
      describeIt(expressionOf("concat('it''s ${a}', parameters('b').c)", 'arm')),
      "concat('it's ${a}', parameters('b')['c'])",
    );
  });

  it('places are those of the file', () => {
    const text = "'one ${two.three} four'";
    const whole = expressionOf(text);
    assert.equal(sliceSpan(text, whole.span), 'one ${two.three} four');
    const inner = whole.type === 'string' ? whole.parts[1] : undefined;
    assert.equal(inner && inner.type === 'expression' && sliceSpan(text, inner.span), '${two.three}');
    assert.equal(inner?.type === 'expression' && sliceSpan(text, inner.expression.span), 'two.three');
  });
});

describe('statements of Bicep', () => {
  const read = (text: string) => parseBicep(makeSource('main.bicep', text));

  it('gives each declaration its decorators, type and value', () => {
    const { declarations, problems } = read(
      [
        "@description('where') // not here",
        "@allowed([ 'a' ])",
        "param zone string = 'a'",
        'param tags {',
        '  owner: string',
        '}',
        "resource web 'Microsoft.Web/sites@2024-04-01' existing = { name: zone }",
        "func f(a string) string => '${a}='",
        "type kind = 'a'",
        "  | 'b'",
        '#disable-next-line no-hardcoded-location // here',
        'var typed string = one!',
        "output one string = 'x'",
      ].join('\n'),
    );
    assert.deepEqual(
      declarations.map(({ keyword, name, isExisting, value, decorators }) => [
        keyword,
        name?.name,
        isExisting,
        value && describeIt(value),
        decorators.map(({ name: called }) => called),
      ]),
      [
        ['param', 'zone', false, "'a'", ['description', 'allowed']],
        ['param', 'tags', false, undefined, []],
        ['resource', 'web', true, '{name: <zone>}', []],
        ['func', 'f', false, undefined, []],
        ['type', 'kind', false, undefined, []],
        ['var', 'typed', false, '<one>', []],
        ['output', 'one', false, "'x'", []],
      ],
    );
    assert.deepEqual(problems, []);
  });

  it('goes on behind what it does not understand, and says where that is', () => {
    const { declarations, problems } = read("param = = 'x'\nvar b = 'y' z\nvar c = 'd'");
    assert.deepEqual(
      declarations.map(({ name }) => name?.name),
      [undefined, 'b', 'c'],
    );
    assert.equal(problems.length, 1);
  });

  it('is linear in what is nested, repeated and left open', async () => {
    await takesAtMost(5000, () => {
      for (const piece of ["'${", '[', '(', '{ a: ', 'a ? ', '!', "f('x', ", '\n', '/* ', '@a(', "'", 'a.b'])
        read(`var x = ${piece.repeat(20_000)}`);
    });
  });
});
