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
        ...recipes.map(recipe => `> ${recipe.text}`),
        ...comments.map(comment => sliceSpan(text, comment)),
      ];
      assert.deepEqual(found, is);
    });
  }

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
