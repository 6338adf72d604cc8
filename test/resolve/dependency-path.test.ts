import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { DependencyGraph } from '../../src/model/extraction.ts';
import { createDependencyPaths } from '../../src/resolve/dependency-path.ts';

/** A graph from lines such as `a > b c`; the roots are the nodes that begin with a slash. */
function graph(
  lines: readonly string[],
  options: Pick<DependencyGraph, 'rootsAreGuessed'> = {},
): DependencyGraph {
  const edges = new Map<string, string[]>();
  for (const line of lines) {
    const [from = '', to = ''] = line.split(' > ');
    edges.set(from, to.split(' ').filter(Boolean));
  }
  const nodes = [...new Set([...edges.keys(), ...[...edges.values()].flat()])];
  const roots = new Map(
    nodes.filter(node => node.startsWith('/')).map(node => [node, `${node}/package.json`]),
  );
  const names = new Map(nodes.map(node => [node, node.replace(/#.*$/, '')]));
  return { edges, names, roots, ...options };
}

function path(lines: readonly string[], node: string): string | undefined {
  const found = createDependencyPaths(graph(lines))(node);
  return found && `${found.manifest.replace('/package.json', '')}: ${found.nodes.join(' ')}`;
}

describe('createDependencyPaths', () => {
  const cases: readonly [title: string, lines: string[], node: string, path: string | undefined][] = [
    ['a direct dependency is its own path', ['/ > a'], 'a', '/: a'],
    ['a transitive dependency', ['/ > a', 'a > b', 'b > c'], 'c', '/: a b c'],
    ['the shortest of several', ['/ > a d', 'a > b', 'b > c', 'd > c'], 'c', '/: d c'],
    ['the first of equally short ones', ['/ > b a', 'a > c', 'b > c'], 'c', '/: b c'],
    ['a cycle', ['/ > a', 'a > b', 'b > a c', 'c > a'], 'c', '/: a b c'],
    ['a node that depends on itself', ['/ > a', 'a > a b'], 'b', '/: a b'],
    ['a node that nobody reaches', ['/ > a', 'b > c'], 'c', undefined],
    ['a node that does not exist', ['/ > a'], 'x', undefined],
    ['a project itself', ['/ > a'], '/', undefined],
    ['the nearest project', ['/ > /web a', '/web > b', 'a > c', 'c > b'], 'b', '/web: b'],
    ['through a project, from that project', ['/ > /web', '/web > a', 'a > b'], 'b', '/web: a b'],
    ['no projects', ['a > b'], 'b', undefined],
  ];
  for (const [title, lines, node, expected] of cases) {
    it(title, () => assert.equal(path(lines, node), expected));
  }

  it('names the nodes', () => {
    const found = createDependencyPaths(graph(['/ > a#1', 'a#1 > b#2']))('b#2');
    assert.deepEqual(found?.names, ['a', 'b']);
  });

  describe('where the lockfile does not list the project', () => {
    const lines = ['/ > a', 'a > b', 'b > c', 'x > y', 'y > x'];
    const names = (declared: string[], node: string) =>
      createDependencyPaths(graph(lines, { rootsAreGuessed: true }), new Map([['a.json', declared]]))(node)
        ?.names;

    it('begins with what the manifest declares', () => {
      assert.deepEqual(names(['b'], 'c'), ['b', 'c']);
      assert.deepEqual(names(['y'], 'x'), ['y', 'x']);
    });
    it('begins with the guess where the manifest declares nothing on the way', () => {
      assert.deepEqual(names([], 'c'), ['a', 'b', 'c']);
    });
    it('begins in the manifest that declares it, of several that share the lockfile', () => {
      const declared = new Map([
        ['package.json', ['x']],
        ['web/package.json', ['b']],
      ]);
      const find = createDependencyPaths(graph(lines, { rootsAreGuessed: true }), declared);
      assert.deepEqual(
        ['y', 'c', 'a'].map(node => find(node)?.manifest),
        ['package.json', 'web/package.json', '//package.json'],
      );
    });
    it('believes a lockfile that lists its project', () => {
      const find = createDependencyPaths(graph(lines), new Map([['a.json', ['b']]]));
      assert.deepEqual(find('c')?.names, ['a', 'b', 'c']);
    });
  });

  it('every step of a path is an edge, and no path is longer than its end is far', () => {
    const node = fc.integer({ min: 0, max: 12 }).map(number => (number === 0 ? '/' : `n${number}`));
    fc.assert(
      fc.property(fc.array(fc.tuple(node, node), { maxLength: 40 }), pairs => {
        const edges = new Map<string, string[]>([['/', []]]);
        for (const [from, to] of pairs) edges.set(from, [...(edges.get(from) ?? []), to]);
        const made = graph([...edges].map(([from, to]) => `${from} > ${to.join(' ')}`));
        const find = createDependencyPaths(made);
        const distances = distancesFrom('/', edges);
        for (const [target, distance] of distances) {
          if (target === '/') continue;
          const nodes = ['/', ...(find(target)?.nodes ?? [])];
          assert.equal(nodes.length - 1, distance);
          for (const [index, step] of nodes.slice(1).entries()) {
            assert.ok(edges.get(nodes[index] ?? '')?.includes(step), `${nodes[index]} > ${step}`);
          }
        }
      }),
    );
  });

  it('answers many questions about a long chain in linear time', () => {
    const length = 100_000;
    const lines = Array.from({ length }, (_, index) => `n${index} > n${index + 1}`);
    const find = createDependencyPaths(graph(['/ > n0', ...lines]));
    for (let index = 0; index < length; index++) find(`n${index}`);
    const { nodes } = find(`n${length}`) ?? { nodes: [] };
    assert.deepEqual([nodes[0], nodes.at(-1)], ['n0', `n${length}`]);
  }).timeout(10_000);
});

function distancesFrom(start: string, edges: ReadonlyMap<string, readonly string[]>): Map<string, number> {
  const distances = new Map([[start, 0]]);
  for (const [node, distance] of distances) {
    for (const next of edges.get(node) ?? []) if (!distances.has(next)) distances.set(next, distance + 1);
  }
  return distances;
}
