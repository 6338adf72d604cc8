import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DockerfileParser } from 'dockerfile-ast';
import fc from 'fast-check';
import { type Dockerfile, parseDockerfile } from '../../src/parsers/dockerfile/parse.ts';
import { dockerWord, dockerWords, jsonWords } from '../../src/parsers/dockerfile/words.ts';
import { visibleText } from '../../src/parsers/interpolation.ts';
import { placedSlice } from '../../src/parsers/placed-text.ts';
import { spanWithin } from '../../src/parsers/tree.ts';
import { makeSource } from '../../src/text/source.ts';
import { sliceSpan, span } from '../../src/text/span.ts';
import { takesAtMost } from '../support/time.ts';

describe('Dockerfile instructions', () => {
  const rows: { name: string; text: string; is: string[]; problems?: number }[] = [
    { name: 'one per line', text: 'FROM a\nRUN b c\n', is: ['FROM a', 'RUN b c'] },
    { name: 'any case, any indentation', text: ' from a\n\tRun b', is: ['FROM a', 'RUN b'] },
    { name: 'continued lines', text: 'RUN a \\\n  b \\\r\n  c\nCMD d', is: ['RUN a   b   c', 'CMD d'] },
    { name: 'comments and empty lines inside', text: 'RUN a \\\n# b\n\n  c', is: ['RUN a   c'] },
    { name: 'blanks behind the escape character', text: 'RUN a \\ \t\n b', is: ['RUN a  b'] },
    {
      name: 'two escape characters continue nothing',
      text: 'RUN a \\\\\nCMD b',
      is: ['RUN a \\\\', 'CMD b'],
    },
    {
      name: 'another escape character',
      text: '# escape=`\nRUN a `\n b\\\nCMD c',
      is: ['RUN a  b\\', 'CMD c'],
    },
    {
      name: 'a directive below a comment is a comment',
      text: '# x\n# escape=`\nRUN a `\nCMD b',
      is: ['RUN a `', 'CMD b'],
    },
    { name: 'the trigger of ONBUILD', text: 'ONBUILD RUN a', is: ['RUN a'] },
    {
      name: 'here-documents',
      text: 'RUN <<A cat <<"B"\n1\nA\n2 \\\nB\nCMD c',
      is: ['RUN <<A cat <<"B" {1\n} {2 \\\n}', 'CMD c'],
    },
    { name: 'a here-document without end', text: 'RUN <<A\n1\nCMD c', is: ['RUN <<A', 'CMD c'], problems: 1 },
    {
      name: 'a shift is no here-document',
      text: 'RUN echo $((1 << 2)) "<<A"\nA\n',
      is: ['RUN echo $((1 << 2)) "<<A"'],
      problems: 1,
    },
    { name: 'what is no instruction', text: 'FORM a\nRUN b', is: ['RUN b'], problems: 1 },
    { name: 'a last line that goes on', text: 'RUN a \\', is: ['RUN a '] },
    { name: 'nothing', text: '', is: [] },
  ];
  for (const { name, text, is, problems = 0 } of rows) {
    it(name, () => {
      const file = parseDockerfile(makeSource('Dockerfile', text));
      assert.deepEqual(describeInstructions(file), is);
      assert.equal(file.problems.length, problems);
    });
  }

  it('directives', () => {
    const { directives } = parseDockerfile(
      makeSource('Dockerfile', '#syntax=a/b:1 \n# check = skip\nFROM c'),
    );
    assert.deepEqual(
      directives.map(({ name, value }) => [name, value.text]),
      [
        ['syntax', 'a/b:1'],
        ['check', 'skip'],
      ],
    );
  });

  it('are the same as a library finds in every case', () => {
    for (const text of caseTexts()) {
      const library = DockerfileParser.parse(text);
      // The library keeps the trigger's keyword and knows unknown instructions; here-documents without end differ.
      if (/^ONBUILD|<</m.test(text)) continue;
      const known = library.getInstructions().filter(each => /^(?!FORM|RNU|E$)/.test(each.getKeyword()));
      const ours = parseDockerfile(makeSource('Dockerfile', text)).instructions;
      assert.deepEqual(
        ours.map(({ keyword }) => keyword),
        known.map(each => each.getKeyword()),
      );
    }
  });

  it('never throw, and every character of arguments stands where it is said to', () => {
    const piece = fc.constantFrom(
      'FROM ',
      'RUN ',
      'a',
      ' ',
      '\\',
      '`',
      '\n',
      '\r\n',
      '# ',
      '<<E',
      'E',
      '"',
      '\u{1F433}',
      '# escape=`\n',
      'ONBUILD ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), pieces => {
        const text = pieces.join('');
        for (const { arguments: input } of parseDockerfile(makeSource('Dockerfile', text)).instructions) {
          const places = Array.from({ length: input.text.length }, (_, index) =>
            spanWithin(input, index, index + 1),
          );
          assert.equal(places.map(place => sliceSpan(text, place)).join(''), input.text);
        }
      }),
      { numRuns: 1000 },
    );
  });

  for (const [name, text] of [
    ['stages with comments', 'FROM a\n# x\n'.repeat(50_000)],
    ['here-documents without end', 'RUN <<A\n'.repeat(50_000)],
    ['continued lines', `RUN a${' \\\n b'.repeat(100_000)}`],
    ['triggers of triggers', 'ONBUILD '.repeat(100_000)],
    ['escape characters', `RUN ${'\\ '.repeat(100_000)}`],
  ] as const) {
    it(`many ${name} are read in linear time`, async function () {
      this.timeout(20_000);
      await takesAtMost(10_000, () => {
        parseDockerfile(makeSource('Dockerfile', text));
      });
    });
  }
});

describe('words of Dockerfile instructions', () => {
  const rows: [text: string, words: string[]][] = [
    ['a b', ['a', 'b']],
    ['A="b c" D=\'e $F\' G=h\\ i', ['A=b c', 'D=e $F', 'G=h i']],
    ['$A ${B:-c d}e \\$F', ['\0', '\0e', '$F']],
    ['"open', ['"open']],
    ['', []],
  ];
  for (const [text, words] of rows) {
    it(JSON.stringify(text), () => {
      const found = dockerWords(placedSlice(text, span(0, text.length)), '\\');
      assert.deepEqual(
        found.map(word => visibleText(word).text),
        words,
      );
    });
  }

  it('one word with blanks', () => {
    const text = 'a  "b" $C ';
    assert.equal(visibleText(dockerWord(placedSlice(text, span(0, text.length)), '\\')).text, 'a  b \0');
  });

  it('the JSON form', () => {
    const text = '["a", "b\\"c", "d\\u0065"]';
    const words = jsonWords(placedSlice(text, span(0, text.length)));
    assert.deepEqual(
      words?.map(word => [word.text, sliceSpan(text, word.span)]),
      [
        ['a', 'a'],
        ['b"c', 'b\\"c'],
        ['de', 'd\\u0065'],
      ],
    );
    assert.equal(jsonWords(placedSlice('[ -f a ]x', span(0, 9))), undefined);
  });
});

function describeInstructions({ instructions }: Dockerfile): string[] {
  return instructions.map(({ keyword, arguments: input, heredocs }) =>
    [keyword, input.text, ...heredocs.map(({ body }) => `{${body.text}}`)].join(' '),
  );
}

function caseTexts(): string[] {
  const root = join(import.meta.dirname, '..', 'cases', 'dockerfile');
  return readdirSync(root).flatMap(name =>
    readdirSync(join(root, name))
      .filter(file => file !== 'expected.txt')
      .map(file => readFileSync(join(root, name, file), 'utf8')),
  );
}
