import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CodeDialect } from '../../src/parsers/code/dialect.ts';
import {
  ELIXIR,
  GROOVY,
  KOTLIN,
  PYTHON,
  RUBY,
  RUBY_WITH_SCRIPTS,
  SCALA,
  SWIFT,
} from '../../src/parsers/code/dialect.ts';
import type { CodeNode } from '../../src/parsers/code/node.ts';
import { parseCode } from '../../src/parsers/code/parse.ts';
import { type CallPath, walkCode } from '../../src/parsers/code/walk.ts';
import { visibleText } from '../../src/parsers/interpolation.ts';
import { makeSource } from '../../src/text/source.ts';
import { takesAtMost } from '../support/time.ts';

describe('parsers/code: tokens', () => {
  const table: readonly (readonly [title: string, dialect: CodeDialect, text: string, expected: string])[] = [
    ['Groovy strings', GROOVY, `a "x$\{b.c}y$d" 'no $e'`, 'a "x<b.c>y<d>" "no $e"'],
    ['an expression in a string', GROOVY, `"a$\{b + {c}}d"`, '"a<>d"'],
    ['escapes', KOTLIN, '"a\\"b\\$c"', '"a"b$c"'],
    ['raw strings', KOTLIN, '"""a\\n"b" $c"""', '"a\\n"b" <c>"'],
    ['comments', GROOVY, 'a // b\n/* c\n*/ d', 'a ⏎ d'],
    ['Ruby comments and here-documents', RUBY, 'a <<~X, 1 # c\n  "b"\nX\nd', 'a , 1 ⏎ d'],
    [
      'Ruby scripts in here-documents',
      RUBY_WITH_SCRIPTS,
      "a <<~X, <<-'Y', 1\n  b #{c}\nX\n#{d}\nY\ne",
      'a "  b <c>\n" , "#{d}\n" , 1 ⏎ e',
    ],
    ['a here-document that is not closed', RUBY_WITH_SCRIPTS, 'a <<~X\nb', 'a "b" ⏎'],
    ['Ruby blocks of comments', RUBY, 'a\n=begin\nb "\n=end\nc', 'a ⏎ c'],
    ['Ruby interpolation', RUBY, `"#{a}" '#{b}'`, '"<a>" "#{b}"'],
    ['Elixir attributes', ELIXIR, '@v "1"', '@v "1"'],
    ['Swift interpolation', SWIFT, '"a\\(b)c"', '"a<b>c"'],
    ['Python prefixes', PYTHON, `f"{a}b" b'c' f`, '"<a>b" "c" f'],
    ['Scala prefixes', SCALA, 's"a$b" "a$b"', '"a<b>" "a$b"'],
    ['brackets', GROOVY, 'a(b[c]{d})', 'a ( b [ c ] { d } )'],
    ['a bracket that closes nothing', GROOVY, 'a) (b', 'a ( b )'],
    ['a string that is not closed', GROOVY, "a 'b\nc", 'a "b" ⏎ c'],
    ['a comment that is not closed', SWIFT, 'a /* b', 'a'],
  ];
  for (const [title, dialect, text, expected] of table) {
    it(title, () => {
      assert.equal(parseCode(makeSource('a', text), dialect).nodes.map(show).join(' '), expected);
    });
  }

  it('bounds the depth', () => {
    const { problems } = parseCode(makeSource('a', '('.repeat(100_000)), GROOVY);
    assert.deepEqual(
      problems.map(problem => problem.code),
      ['too-deep'],
    );
  });
});

describe('parsers/code: calls', () => {
  const table: readonly (readonly [
    title: string,
    dialect: CodeDialect,
    text: string,
    expected: readonly string[],
  ])[] = [
    ['with and without parentheses', GROOVY, "a 'x', 'y'\nb('z')", ['a(2)', 'b(1)']],
    ['blocks', GROOVY, "a { b { c 'x' } }", ['a(0)', 'a/b(0)', 'a/b/c(1)']],
    ['arguments', KOTLIN, 'a(b("x"), c = d("y"))', ['a(2)', 'a/b(1)', 'a/c/d(1)']],
    ['assignments', KOTLIN, 'val a: String = b("x")\next["c"] = "y"\nd == e', ['a =', 'a/b(1)', 'ext.c =']],
    ['conditions', RUBY, "gem 'x' if y == 1", ['gem(1)']],
    ['blocks by words', RUBY, "s.each do |t|\n  t.pod 'x'\nend", ['s.each(0)', 't.pod(1)']],
    ['symbols', RUBY, "pod 'x', :git => 'y', tag: 'z'", ['pod(3)']],
    ['lines that go on', SWIFT, 'a\n  .b("x")\nc(\n"y",\n"z")', ['a.b(1)', 'c(2)']],
    ['operators', SCALA, 'a += "b" % "c" %\n  "d"', ['a =']],
    ['keyword arguments', PYTHON, 'a(b = "x", *c, **d)', ['a(3)']],
  ];
  for (const [title, dialect, text, expected] of table) {
    it(title, () => {
      const seen: string[] = [];
      walkCode(parseCode(makeSource('a', text), dialect).nodes, {
        call: ({ name, items }, path) => seen.push(`${prefix(path)}${name}(${items.length})`),
        assignment: (name, _value, path) => seen.push(`${prefix(path)}${name} =`),
      });
      assert.deepEqual(seen, expected);
    });
  }

  it('takes time in proportion to the text', async () => {
    await takesAtMost(15_000, () => {
      const pieces = [
        'a(',
        'a{',
        'a[b]',
        'a = ',
        'a.',
        'a\n',
        '\n\n',
        'a, ',
        '"${',
        "'",
        '"""',
        '<<~A\n',
        '/*',
        '\\(',
        'a("b") ',
      ];
      for (const dialect of [GROOVY, RUBY, SWIFT, PYTHON, SCALA]) {
        for (const piece of pieces) {
          walkCode(parseCode(makeSource('a', piece.repeat(20_000)), dialect).nodes, {});
        }
      }
    });
  }).timeout(30_000);

  it('never throws', () => {
    const piece = fc.constantFrom(
      'a',
      '(',
      ')',
      '{',
      '}',
      '[',
      ']',
      '"',
      "'",
      '"""',
      '=',
      ',',
      '.',
      ':',
      '\n',
      '$',
      '{',
      '#{',
      '\\',
      '<<~A',
      '//',
      '\ud800',
      '😀',
      'do',
      '@',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 40 }),
        fc.constantFrom(GROOVY, KOTLIN, RUBY, ELIXIR, SWIFT, PYTHON, SCALA),
        (pieces, dialect) => {
          const text = pieces.join('');
          walkCode(parseCode(makeSource('a', text), dialect).nodes, {
            statement: nodes => {
              for (const { span } of nodes)
                assert.ok(span.start >= 0 && span.start <= span.end && span.end <= text.length);
            },
          });
        },
      ),
      { numRuns: 2000 },
    );
  });
});

function show(node: CodeNode): string {
  switch (node.kind) {
    case 'word':
    case 'mark':
      return node.text;
    case 'break':
      return '⏎';
    case 'string': {
      const parts = node.text.parts.map(part =>
        part.type === 'text' ? visibleText({ span: part.text.span, parts: [part] }).text : `<${part.name}>`,
      );
      return `"${parts.join('')}"`;
    }
    case 'group': {
      const close = { '(': ')', '[': ']', '{': '}' }[node.open];
      return [node.open, ...node.nodes.map(show), close].join(' ');
    }
  }
}

function prefix(path: CallPath | undefined): string {
  return path ? `${prefix(path.parent)}${path.name}/` : '';
}
