import assert from 'node:assert/strict';
import { makeText, parseMakefile } from '../../src/parsers/makefile.ts';
import { placedSlice } from '../../src/parsers/placed-text.ts';
import { sliceSpan, span } from '../../src/text/span.ts';

describe('makefiles', () => {
  const rows: { text: string; is: string[] }[] = [
    { text: 'A = b # c', is: ['A=b'] },
    { text: 'A:=b\nC ?= d\nE += f\nG ::= h\nI != j', is: ['A=b', 'C=d', 'E=f', 'G=h', 'I=j'] },
    { text: 'export A = b', is: ['A=b'] },
    { text: 'target: A = b', is: ['A=b'] },
    { text: 'A = b \\\n  c\nD = e', is: ['A=b \\\n  c', 'D=e'] },
    { text: 'all: a b\n\t@echo x\n\t-rm y', is: ['> echo x', '> rm y'] },
    { text: 'all:\n\tfor x; do \\\n\t  y; \\\n\tdone\n', is: ['> for x; do \\\n\t  y; \\\n\tdone'] },
    { text: '# A = b\n\t# c\n  # d', is: ['# A = b', '# c', '# d'] },
    { text: 'all: $(A)\ninclude b.mk\nifeq (a,b)', is: [] },
    { text: 'A =\r\nB = c\r\n', is: ['A=', 'B=c'] },
    { text: '', is: [] },
  ];
  for (const { text, is } of rows) {
    it(JSON.stringify(text), () => {
      const { assignments, recipes, comments } = parseMakefile(text);
      const found = [
        ...assignments.map(({ name, value }) => `${name.text}=${value.text}`),
        ...recipes.map(recipe => `> ${recipe.text.text}`),
        ...comments.map(comment => sliceSpan(text, comment)),
      ];
      assert.deepEqual(found, is);
    });
  }

  it('tells what belongs to which targets', () => {
    const text =
      'a b: A += c\nd := e\n$(x) y &: p | q \\\n r ; run\n\tz\n%.o:: S=t\n%.o::\n\tu\ndefine v\n\tw\nendef';
    const { assignments, rules, recipes } = parseMakefile(text);
    assert.deepEqual(
      assignments.map(({ name, targets, adds }) => [name.text, targets, adds]),
      [
        ['A', ['a', 'b'], true],
        ['d', [], false],
      ],
    );
    assert.deepEqual(rules.slice(0, 1), [{ targets: ['$(x)', 'y'], prerequisites: ['p', 'q', 'r'] }]);
    assert.deepEqual(
      recipes.map(recipe => [recipe.text.text, recipe.targets]),
      [
        ['z', ['$(x)', 'y']],
        ['u', ['%.o']],
        ['w', []],
      ],
    );
  });

  const uses: { text: string; is: string }[] = [
    { text: '$(A)/${B}', is: '<A>/<B>' },
    { text: '$$A $${B}', is: '$A ${B}' },
    { text: '$(shell echo $(A) (b)) c', is: '<> c' },
    { text: '$@ $< $(@D)', is: '<> <> <>' },
    { text: '$(open', is: '<>open' },
  ];
  for (const { text, is } of uses) {
    it(`variables of ${text}`, () => {
      const { parts } = makeText(placedSlice(text, span(0, text.length)));
      assert.equal(
        parts.map(part => (part.type === 'text' ? part.text.text : `<${part.name}>`)).join(''),
        is,
      );
    });
  }
});
