import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse, stringify } from 'yaml';
import type { TreeNode, TreeScalar } from '../../src/parsers/tree.ts';
import { spanWithin } from '../../src/parsers/tree.ts';
import { parseYaml } from '../../src/parsers/yaml/parse.ts';
import { makeSource } from '../../src/text/source.ts';
import { sliceSpan } from '../../src/text/span.ts';

describe('places of YAML scalars', () => {
  const rows = [
    { name: 'plain', text: 'a: host.example.com # comment', token: 'host.example.com' },
    { name: 'single quotes', text: "a: 'host.example.com'", token: 'host.example.com' },
    { name: 'double quotes', text: 'a: "host.example.com"', token: 'host.example.com' },
    { name: 'an anchor and a tag before it', text: 'a: &b !c "host.example.com"', token: 'host.example.com' },
    { name: 'in a flow map', text: 'a: {b: [host.example.com, c]}', token: 'host.example.com' },
    {
      name: 'behind a character of two units',
      text: 'a: "\u{1F433}" # x\nb: \u{1F433} host.example.com',
      token: '\u{1F433} host.example.com',
    },
    { name: 'literal', text: 'a: |\n    one\n    host.example.com\n', token: 'one\n    host.example.com' },
    {
      name: 'folded, with an indicator and a comment',
      text: 'a: >2-  # x\n  one\n\n  host.example.com\n',
      token: 'one\n\n  host.example.com',
    },
    { name: 'plain on two lines', text: 'a: one\n  host.example.com\n', token: 'one\n  host.example.com' },
    { name: 'an open quote', text: 'a: "host.example.com\n', token: 'host.example.com' },
  ];
  for (const { name, text, token } of rows) {
    it(name, () => {
      const scalars = scalarsOf(parseYaml(makeSource('a.yaml', text), '#').documents);
      assert.ok(
        scalars.some(scalar => sliceSpan(text, scalar.span) === token),
        JSON.stringify(scalars),
      );
      const scalar = scalars.find(each => each.text.includes('host.example.com'));
      const start = scalar?.text.indexOf('host.example.com') ?? -1;
      const place = scalar && spanWithin(scalar, start, start + 'host.example.com'.length);
      assert.equal(place && sliceSpan(text, place), 'host.example.com');
    });
  }

  const types = [
    ['1', 'number'],
    ['-1.5e3', 'number'],
    ['0x1F', 'number'],
    ['true', 'boolean'],
    ['yes', 'string'],
    ['~', 'null'],
    ['null', 'null'],
    ['"1"', 'string'],
    ['1.2.3', 'string'],
  ] as const;
  for (const [text, type] of types) {
    it(`${text} is a ${type}`, () => {
      const [scalar] = scalarsOf(parseYaml(makeSource('a.yaml', `- ${text}`), '#').documents);
      assert.equal(scalar?.type, type);
    });
  }

  it('decode as the library does, and every word of them stands where it is said to', () => {
    const word = fc.constantFrom(
      'host.example.com',
      "it's",
      '\u{1F433}',
      '\u00e9',
      '"q"',
      '\\n',
      '#x',
      ': ',
      '-',
      'two words',
    );
    const gap = fc.constantFrom(' ', '\n', '\n\n', '  \n', '\t', '\u0007');
    const value = fc
      .array(fc.tuple(word, gap), { minLength: 1, maxLength: 12 })
      .map(parts => parts.flat().join(''));
    const style = fc.constantFrom('BLOCK_LITERAL', 'BLOCK_FOLDED', 'QUOTE_DOUBLE', 'QUOTE_SINGLE', 'PLAIN');
    fc.assert(
      fc.property(value, style, fc.integer({ min: 20, max: 60 }), fc.boolean(), (text, type, width, crlf) => {
        const written = stringify(
          { a: { b: text, c: 'end' } },
          { defaultStringType: type, lineWidth: width },
        );
        const source = crlf ? written.replaceAll('\n', '\r\n') : written;
        const scalars = scalarsOf(parseYaml(makeSource('a.yaml', source), '#').documents);
        const scalar = scalars[0];
        assert.ok(scalar);
        // The library does not read back every text as it wrote it.
        assert.equal(scalar.text, parse(source).a.b);
        for (const { index } of scalar.text.matchAll(/host\.example\.com/g)) {
          const place = spanWithin(scalar, index, index + 16);
          // The library may divide even a word, by a backslash before the line break.
          assert.equal(sliceSpan(source, place).replace(/\\\r?\n[ ]*/g, ''), 'host.example.com');
        }
      }),
      { numRuns: 500 },
    );
  });
});

function scalarsOf(nodes: readonly TreeNode[]): TreeScalar[] {
  return nodes.flatMap(node => {
    if (node.kind === 'scalar') return [node];
    if (node.kind === 'list') return scalarsOf(node.items);
    return node.entries.flatMap(entry => (entry.value ? scalarsOf([entry.value]) : []));
  });
}
