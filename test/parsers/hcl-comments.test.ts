import assert from 'node:assert/strict';
import { readTerraformName } from '../../src/formats/terraform/names.ts';
import { commentsWith } from '../../src/parsers/hcl/comments.ts';
import { createHclParser } from '../../src/parsers/hcl/parse.ts';
import { makeSource } from '../../src/text/source.ts';
import { sliceSpan } from '../../src/text/span.ts';

describe('comments with a marker', () => {
  const parser = createHclParser(readTerraformName);

  const cases: readonly [title: string, text: string, comments: [comment: string, block: string][]][] = [
    ['no marker', '# other\na {\n}\n', []],
    ['the marker in a string', 'a = "# mark"\nb = <<EOT\n# mark\nEOT\n', []],
    ['before a block', '# mark 1\na {\n  b = 1\n}\n', [['# mark 1', 'a {\n  b = 1\n}']]],
    [
      'before blank lines and other comments',
      '// mark\n\n# other\n/* more */ a {\n}\n',
      [['// mark', 'a {\n}']],
    ],
    [
      'in a block, before an attribute',
      'a {\n  # mark\n  b = 1\n}\n',
      [['# mark', 'a {\n  # mark\n  b = 1\n}']],
    ],
    [
      'before an attribute over several lines',
      'a {\n  # mark\n  b = [\n    1,\n  ]\n}\n',
      [['# mark', 'b = [\n    1,\n  ]']],
    ],
    ['behind a brace', 'a { # mark\n  b = 1\n}\n', [['# mark', 'a { # mark\n  b = 1\n}']]],
    [
      'in a block inside',
      'a {\n  b {\n    /* mark */\n  }\n}\n',
      [['/* mark */', 'b {\n    /* mark */\n  }']],
    ],
    ['between blocks inside', 'a {\n  b {\n  }\n  # mark\n  c {\n  }\n}\n', [['# mark', 'c {\n  }']]],
    ['after everything', 'a {\n}\n# mark', [['# mark', 'a {\n}\n# mark']]],
    ['over lines', '/* first\n mark */\na {\n}\n', [['/* first\n mark */', 'a {\n}']]],
    [
      'several',
      '# mark 1\na {\n  # mark 2\n}\n',
      [
        ['# mark 1', 'a {\n  # mark 2\n}'],
        ['# mark 2', 'a {\n  # mark 2\n}'],
      ],
    ],
  ];
  for (const [title, text, expected] of cases) {
    it(title, () => {
      const found = commentsWith('mark', parser.parse(makeSource('a.tf', text)), text);
      assert.deepEqual(
        found.map(({ span, block }) => [sliceSpan(text, span), sliceSpan(text, block)]),
        expected,
      );
    });
  }
});
