import assert from 'node:assert/strict';
import fc from 'fast-check';
import { SUPPRESSION_MARKER } from '../../src/model/extraction.ts';
import type { TreeNode } from '../../src/parsers/tree.ts';
import { parseYaml } from '../../src/parsers/yaml/parse.ts';
import { splitDocuments } from '../../src/parsers/yaml/split.ts';
import { makeSource } from '../../src/text/source.ts';
import { sliceSpan } from '../../src/text/span.ts';
import { damage, readCases } from '../support/damage.ts';

describe('YAML documents read one by one', () => {
  const cases: readonly [title: string, text: string, parts: string[]][] = [
    ['nothing', '', []],
    ['one document', 'a: 1\n', ['a: 1\n']],
    ['several', '---\na: 1\n---\nb: 2\n', ['---\na: 1\n', '---\nb: 2\n']],
    ['a comment beside the dashes', 'a: 1\n--- # next\nb: 2\n', ['a: 1\n', '--- # next\nb: 2\n']],
    ['carriage returns', 'a: 1\r\n---\r\nb: 2\r\n', ['a: 1\r\n', '---\r\nb: 2\r\n']],
    ['the dashes at the end', 'a: 1\n---', ['a: 1\n', '---']],
    ['dashes in a text', 'a: |\n  ---\nb: ----\n---- c\n', ['a: |\n  ---\nb: ----\n---- c\n']],
    ['dashes in a text at the start', '----\n---\na: 1\n', ['----\n', '---\na: 1\n']],
    ['content beside the dashes', 'a: 1\n--- |\n# text\n---\nb: 2\n', ['a: 1\n--- |\n# text\n---\nb: 2\n']],
    ['a directive', '%YAML 1.2\n---\na: 1\n---\nb: 2\n', ['%YAML 1.2\n---\na: 1\n---\nb: 2\n']],
    [
      'a comment that may be about the next one',
      `a: 1\n# ${SUPPRESSION_MARKER} x\n---\nb: 2\n---\nc: 3\n`,
      [`a: 1\n# ${SUPPRESSION_MARKER} x\n---\nb: 2\n`, '---\nc: 3\n'],
    ],
  ];
  for (const [title, text, parts] of cases) {
    it(title, () => {
      const found = splitDocuments(text, SUPPRESSION_MARKER).map(place => sliceSpan(text, place));
      assert.deepEqual(found.filter(Boolean), parts);
    });
  }

  it('are what the whole file has, wherever that can be read', function () {
    this.timeout(60_000);
    fc.assert(
      fc.property(fc.constantFrom(...yamlTexts()), damage(), (text, change) => {
        const damaged = change(text);
        const whole = parseYaml(makeSource('a.yaml', damaged), SUPPRESSION_MARKER);
        fc.pre(whole.problems.length === 0);
        const parts = splitDocuments(damaged, SUPPRESSION_MARKER).flatMap(place =>
          parseYaml(makeSource('a.yaml', sliceSpan(damaged, place)), SUPPRESSION_MARKER).documents.flatMap(
            document => outline(document, place.start),
          ),
        );
        assert.deepEqual(
          parts,
          whole.documents.flatMap(document => outline(document, 0)),
        );
      }),
      { numRuns: 120, seed: 20_261_126 },
    );
  });
});

/** All texts of Kubernetes manifests, each twice, as two documents. */
function yamlTexts(): string[] {
  const texts = readCases('kubernetes').flatMap(files => Object.values(files));
  return texts.map(text => `${text}\n---\n${text}`);
}

/** Every scalar with its place in the whole file. */
function outline(node: TreeNode, offset: number): string[] {
  if (node.kind === 'scalar') return [`${node.span.start + offset}-${node.span.end + offset} ${node.text}`];
  if (node.kind === 'list') return node.items.flatMap(item => outline(item, offset));
  return node.entries.flatMap(({ key, keySpan, value }) => [
    `${keySpan.start + offset}-${keySpan.end + offset} ${key}:`,
    ...(value ? outline(value, offset) : []),
  ]);
}
