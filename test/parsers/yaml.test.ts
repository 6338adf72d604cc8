import assert from 'node:assert/strict';
import type { TreeNode } from '../../src/parsers/tree.ts';
import { parseYaml } from '../../src/parsers/yaml/parse.ts';
import { makeSource } from '../../src/text/source.ts';
import { sliceSpan } from '../../src/text/span.ts';

const MARKER = 'vendor-diligence-ignore';

describe('YAML documents', () => {
  const rows: { name: string; text: string; is: unknown[]; problems?: string[] }[] = [
    { name: 'several documents', text: 'a: 1\n---\n- b\n...\n', is: [{ a: '1' }, ['b']] },
    { name: 'an alias', text: 'a: &x {b: c}\nd: *x\n', is: [{ a: { b: 'c' }, d: { b: 'c' } }] },
    {
      name: 'merge keys: own keys win, then the earlier map',
      text: 'a: &a {x: 1, y: 2}\nb: &b {y: 3, z: 4}\nc:\n  <<: [*a, *b]\n  x: 5\n',
      is: [{ a: { x: '1', y: '2' }, b: { y: '3', z: '4' }, c: { x: '5', y: '2', z: '4' } }],
    },
    { name: 'a quoted << is no merge key', text: 'a: {"<<": {b: c}}', is: [{ a: { '<<': { b: 'c' } } }] },
    { name: 'an empty value', text: 'a:\nb: c\n', is: [{ a: undefined, b: 'c' }] },
    {
      name: 'keys of prototypes',
      text: '__proto__: 1\nconstructor: 2\n',
      is: [
        [
          ['__proto__', '1'],
          ['constructor', '2'],
        ],
      ],
    },
    {
      name: 'an alias without anchor',
      text: 'a: *x\nb: c\n',
      is: [{ a: undefined, b: 'c' }],
      problems: ['syntax-error'],
    },
    {
      name: 'a quoted value that goes on where its key begins, as libyaml reads it',
      text: "a:\n  b: 'x y\n  it''s: z'\n  c: d\ne: f\n",
      is: [{ a: { b: "x y   it's: z", c: 'd' }, e: 'f' }],
    },
    {
      name: 'an open quote ends where the indentation does',
      text: 'a:\n  b: "x y\n  c: d\ne: f\n',
      is: [{ a: { b: 'x y', c: 'd' }, e: 'f' }],
      problems: ['syntax-error'],
    },
    {
      name: 'an open bracket',
      text: 'a: [b, c\nd: e\n',
      is: [{ a: ['b', 'c'], d: 'e' }],
      problems: ['syntax-error'],
    },
    {
      name: 'a mistake in one document leaves the others alone',
      text: 'a: b: c\n---\nd: e\n',
      is: [{ a: { b: 'c' } }, { d: 'e' }],
      problems: ['syntax-error'],
    },
    { name: 'unknown tags', text: 'a: !Sub x\nb: !!int 1\n', is: [{ a: 'x', b: '1' }] },
    { name: 'nothing', text: '', is: [] },
    { name: 'only a comment', text: '# a\n', is: [] },
  ];
  for (const { name, text, is, problems = [] } of rows) {
    it(name, () => {
      const file = parseYaml(makeSource('a.yaml', text), MARKER);
      assert.deepEqual(
        file.documents.map((node, index) => plain(node, Array.isArray(is[index]))),
        is,
      );
      assert.deepEqual(
        file.problems.map(problem => problem.code),
        problems,
      );
    });
  }

  it('keeps tags of scalars, maps and lists', () => {
    const { documents } = parseYaml(makeSource('a.yaml', 'a: !Ref b\nc: !Sub [d]\ne: !Map {f: g}\n'), MARKER);
    const [root] = documents;
    assert.deepEqual(root?.kind === 'map' && root.entries.map(entry => entry.value?.tag), [
      '!Ref',
      '!Sub',
      '!Map',
    ]);
  });

  it('gives an alias the places of its anchor', () => {
    const text = 'a: &x "oss"\nb: *x\n';
    const [root] = parseYaml(makeSource('a.yaml', text), MARKER).documents;
    const values = root?.kind === 'map' ? root.entries.map(entry => entry.value) : [];
    assert.equal(values[0], values[1]);
    assert.deepEqual(values[1]?.span, { start: 7, end: 10 });
  });
});

describe('half-typed quotes', () => {
  it('give no place behind the text inside brackets', () => {
    const text = '[a,\n"b":\'c\n"';
    const { documents } = parseYaml(makeSource('values.yaml', text), 'no marker');
    const ends = documents.flatMap(node => (node.kind === 'list' ? [node, ...node.items] : [node]));
    assert.ok(ends.length > 1 && ends.every(({ span }) => span.end <= text.length));
  });

  // `npm run fuzz -- --seed 7` of an earlier corpus found both, at 105,011 and 113,062.
  for (const text of [`: #${MARKER}\n"a\n`, "'\n...\nc \nm.io"]) {
    it(`give no place behind the text in ${JSON.stringify(text)}`, () => {
      const { documents, comments, problems } = parseYaml(makeSource('config.yml', text), MARKER);
      const places = [
        ...documents.map(({ span }) => span),
        ...comments.flatMap(({ span, block }) => [span, block]),
        ...problems.map(({ span }) => span),
      ];
      assert.ok(places.length > 0 && places.every(place => place === undefined || place.end <= text.length));
    });
  }
});

describe('hostile YAML', () => {
  const bomb = ['a0: &a0 [b, b, b, b, b, b, b, b]'];
  for (let level = 1; level < 12; level++) {
    bomb.push(
      `a${level}: &a${level} [${Array(8)
        .fill(`*a${level - 1}`)
        .join(', ')}]`,
    );
  }
  const chain = Array.from(
    { length: 5000 },
    (_, index) => `a${index}: &a${index} [${index ? `*a${index - 1}` : ''}]`,
  );
  const rows = [
    { name: 'brackets', text: `${'['.repeat(200_000)}\n---\na: b`, codes: ['too-deep'], last: { a: 'b' } },
    { name: 'braces', text: `${'{a: '.repeat(50_000)}\n---\na: b`, codes: ['too-deep'], last: { a: 'b' } },
    { name: 'dashes', text: `${'- '.repeat(50_000)}a\n---\na: b`, codes: ['too-deep'], last: { a: 'b' } },
    {
      name: 'complex keys',
      text: `${'? '.repeat(50_000)}a\n---\na: b`,
      codes: ['too-deep'],
      last: { a: 'b' },
    },
    {
      name: 'an alias bomb',
      text: `${bomb.join('\n')}\n---\na: b`,
      codes: ['too-many-aliases'],
      last: { a: 'b' },
    },
    {
      name: 'a chain of aliases',
      text: `${chain.join('\n')}\n---\na: b`,
      codes: ['too-many-aliases'],
      last: { a: 'b' },
    },
    {
      name: 'an alias inside its anchor',
      text: 'x: &x [*x]\n---\na: b',
      codes: ['syntax-error'],
      last: { a: 'b' },
    },
    {
      name: 'merges of merges',
      text: `a: &a {b: c}\n${'d: {<<: *a}\n'.repeat(15_000)}---\na: b`,
      codes: ['too-many-aliases'],
      last: { a: 'b' },
    },
    {
      name: 'nothing but mistakes',
      text: `${']'.repeat(100_000)}\n---\na: b`,
      codes: ['too-slow', 'syntax-error'],
      last: { a: 'b' },
    },
  ];
  for (const { name, text, codes, last } of rows) {
    it(`${name} cost little and hide nothing that follows`, function () {
      this.timeout(20_000);
      const file = parseYaml(makeSource('a.yaml', text), MARKER);
      const found = file.problems.map(problem => problem.code);
      for (const code of codes)
        assert.ok(
          found.some(each => each === code),
          found.join(),
        );
      assert.equal(new Set(found).size, found.length);
      const node = file.documents.at(-1);
      assert.deepEqual(node && plain(node, false), last);
    });
  }
});

describe('suppression comments in YAML', () => {
  const text = [
    '# vendor-diligence-ignore first',
    'a:',
    '  b: 1 # vendor-diligence-ignore second',
    '  # an ordinary comment',
    '  # vendor-diligence-ignore third',
    '  c:',
    '    # vendor-diligence-ignore fourth',
    '    - name: d',
    '      value: e',
    '    - f',
    'g: |',
    '  # vendor-diligence-ignore in a script',
    'h: i # vendor-diligence-ignore fifth',
  ].join('\n');

  it('have the block that follows, else the one around them', () => {
    const { comments } = parseYaml(makeSource('a.yaml', text), MARKER);
    assert.deepEqual(
      comments.map(({ span, block }) => [
        sliceSpan(text, span).split(' ').at(-1),
        sliceSpan(text, block).split('\n')[0],
      ]),
      [
        ['first', 'a:'],
        ['second', 'c:'],
        ['third', 'c:'],
        ['fourth', 'name: d'],
        ['script', 'g: |'],
        ['fifth', text.split('\n')[0]],
      ],
    );
  });
});

/** A tree as plain values; maps as pairs when names such as `__proto__` must be seen. */
function plain(node: TreeNode, asPairs: boolean): unknown {
  if (node.kind === 'scalar') return node.text;
  if (node.kind === 'list') return node.items.map(item => plain(item, false));
  const pairs = node.entries.map(({ key, value }) => [key, value && plain(value, false)] as const);
  return asPairs ? pairs : Object.fromEntries(pairs);
}
