import assert from 'node:assert/strict';
import { createExtractPackageLock } from '../../src/formats/package-lock/extract.ts';
import { hostOfUrl, isFromRegistry, registryEnd } from '../../src/formats/package-lock/fetched-url.ts';
import { createDependencyPaths } from '../../src/resolve/dependency-path.ts';
import { dirname } from '../../src/text/path.ts';
import { makeSource } from '../../src/text/source.ts';
import { describeReferences } from '../support/describe-reference.ts';
import { takesAtMost } from '../support/time.ts';

const MIRROR = 'https://registry.npmmirror.com';

function extract(lock: unknown, path = 'package-lock.json') {
  const text = typeof lock === 'string' ? lock : JSON.stringify(lock, null, 2);
  const source = makeSource(path, text);
  const extraction = createExtractPackageLock()(source);
  return { extraction, references: describeReferences(extraction, source) };
}

/** For every node: the project and the chain that brings it in. */
function paths(lock: unknown, declared: string[] = []): Record<string, string | undefined> {
  const { graph } = extract(lock).extraction;
  assert.ok(graph);
  const find = createDependencyPaths(graph, new Map([['package.json', declared]]));
  const found = [...graph.names.keys()].map(node => [node, find(node)] as const);
  return Object.fromEntries(
    found.map(([node, path]) => [node, path && [`(${dirname(path.manifest)})`, ...path.names].join(' ')]),
  );
}

const PACKAGES = {
  '': { name: 'app', dependencies: { oss: 'npm:ali-oss@6', b: '^1' }, devDependencies: { '@s/c': '1' } },
  'node_modules/oss': {
    name: 'ali-oss',
    version: '6.1.0',
    resolved: `${MIRROR}/ali-oss/-/ali-oss-6.1.0.tgz`,
  },
  'node_modules/b': { version: '1.0.0', dependencies: { d: '1' }, peerDependencies: { '@s/c': '*' } },
  'node_modules/@s/c': { version: '1.0.0', dependencies: { d: '2' }, optionalDependencies: { gone: '1' } },
  'node_modules/@s/c/node_modules/d': {
    version: '2.0.0',
    resolved: `${MIRROR}/d/-/d-2.0.0.tgz`,
    inBundle: true,
  },
  'node_modules/d': { version: '1.0.0', resolved: 'git+ssh://git@gitee.com/x/d.git#0123' },
};

describe('package-lock.json', () => {
  it('version 3: packages, the registry once, git hosts', () => {
    assert.deepEqual(extract({ lockfileVersion: 3, packages: PACKAGES }).references, [
      'package oss direct pkg:npm/ali-oss@6.1.0 (6.1.0)',
      `mirror registry.npmmirror.com = ${MIRROR}/ for npm and 1 more`,
      'package b direct pkg:npm/b@1.0.0 (1.0.0)',
      'package @s/c direct pkg:npm/%40s/c@1.0.0 (1.0.0)',
      'package d transitive pkg:npm/d@2.0.0 (2.0.0)',
      'package d transitive pkg:npm/d@1.0.0 (1.0.0)',
      'host gitee.com = gitee.com/x/d.git',
    ]);
  });

  it('version 3: finds the nearest package of a name', () => {
    assert.deepEqual(paths({ lockfileVersion: 3, packages: PACKAGES }), {
      '': undefined,
      'node_modules/oss': '() ali-oss',
      'node_modules/b': '() b',
      'node_modules/@s/c': '() @s/c',
      'node_modules/@s/c/node_modules/d': '() @s/c d',
      'node_modules/d': '() b d',
    });
  });

  it('version 2: packages once, addresses of both sections', () => {
    const lock = {
      lockfileVersion: 2,
      packages: {
        '': { dependencies: { a: '1' } },
        'node_modules/a': { version: '1.0.0', resolved: `${MIRROR}/a/-/a-1.0.0.tgz` },
      },
      dependencies: { a: { version: '1.0.0', resolved: `${MIRROR}/a/-/a-1.0.0.tgz` } },
    };
    const expected = [
      'package a direct pkg:npm/a@1.0.0 (1.0.0)',
      `mirror registry.npmmirror.com = ${MIRROR}/ for npm and 1 more`,
    ];
    assert.deepEqual(extract(lock).references, expected);
    const swapped = { dependencies: lock.dependencies, packages: lock.packages };
    assert.deepEqual(new Set(extract(swapped).references), new Set(expected));
  });

  const LEGACY = {
    lockfileVersion: 1,
    requires: true,
    dependencies: {
      a: {
        version: '1.0.0',
        requires: { b: '^1', c: '^1' },
        dependencies: { b: { version: '1.0.0', requires: { c: '1' } } },
      },
      b: { version: '2.0.0', requires: { a: '*' } },
      c: { version: 'npm:ali-oss@6.1.0', requires: true },
      e: { version: 'git+https://u:p@gitee.com/x/e.git#0123', requires: { f: '1' } },
      f: { version: 'file:../f' },
      x: { version: '1.0.0', requires: { y: '1' } },
      y: { version: '1.0.0', requires: { x: '1' } },
    },
  };

  it('version 1: nested packages, aliases, addresses', () => {
    assert.deepEqual(extract(LEGACY).references, [
      'package a transitive pkg:npm/a@1.0.0 (1.0.0)',
      'package b transitive pkg:npm/b@1.0.0 (1.0.0)',
      'package b direct pkg:npm/b@2.0.0 (2.0.0)',
      'package c transitive pkg:npm/ali-oss@6.1.0 (6.1.0)',
      'package e direct pkg:npm/e (git+https://gitee.com/x/e.git#0123)',
      'host gitee.com = gitee.com/x/e.git',
      'package x direct pkg:npm/x@1.0.0 (1.0.0)',
      'package y transitive pkg:npm/y@1.0.0 (1.0.0)',
    ]);
  });

  it('version 1: guesses what the project asks for, or is told by the manifest', () => {
    const guessed = paths(LEGACY);
    assert.equal(guessed['node_modules/c'], '() b a ali-oss');
    assert.equal(guessed['node_modules/a/node_modules/b'], '() b a b');
    assert.equal(guessed['node_modules/y'], '() x y');
    const told = paths(LEGACY, ['a', 'y']);
    assert.equal(told['node_modules/c'], '() a ali-oss');
    assert.equal(told['node_modules/x'], '() y x');
  });

  it('workspaces and local folders have their own manifests', () => {
    const packages = {
      '': { workspaces: ['packages/*'], dependencies: { lib: 'file:../lib' } },
      'node_modules/@s/w': { resolved: 'packages/w', link: true },
      'node_modules/lib': { resolved: '../lib', link: true },
      'node_modules/a': { version: '1.0.0', dependencies: { b: '1', '@s/w': '*' } },
      'node_modules/b': { version: '1.0.0' },
      'packages/w': { name: '@s/w', dependencies: { a: '1' } },
      'packages/w/node_modules/b': { version: '2.0.0', dependencies: { c: '1' } },
      'node_modules/c': { version: '1.0.0' },
      '../lib': { dependencies: { c: '1' } },
      '../../../out': { dependencies: { c: '1' } },
    };
    const { extraction } = extract({ lockfileVersion: 3, packages }, 'apps/web/package-lock.json');
    assert.deepEqual(
      [...(extraction.graph?.roots ?? [])],
      [
        ['', 'apps/web/package.json'],
        ['packages/w', 'apps/web/packages/w/package.json'],
        ['../lib', 'apps/lib/package.json'],
      ],
    );
    const found = paths({ packages });
    assert.equal(found['node_modules/b'], '(packages/w) a b');
    assert.equal(found['node_modules/a'], '(packages/w) a');
    assert.equal(found['packages/w/node_modules/b'], undefined);
  });

  it('a folder of the repository is no package of its name', () => {
    const packages = {
      '': { dependencies: { react: '18' } },
      'node_modules/react': { version: '18.3.1', dependencies: { a: '1' } },
      'node_modules/a': { version: '1.0.0' },
      react: { name: '@s/react', dependencies: { react: '18' } },
    };
    assert.equal(paths({ packages })['node_modules/a'], '() react a');
    assert.equal(paths({ packages })['node_modules/react'], '() react');
  });

  it('bounds the search for packages that are nested without end', async () => {
    const deep = `${'node_modules/a/'.repeat(20_000)}node_modules/a`;
    const dependencies = Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`d${index}`, '1']));
    const nested = Array.from({ length: 60_000 }, (_, index) => `"n${index}": {"version": "1.0.0"}`).join();
    await takesAtMost(10_000, () => {
      extract({ packages: { [deep]: { version: '1.0.0', dependencies } } });
      extract(`{"dependencies": {"${'x'.repeat(500_000)}": {"dependencies": {${nested}}}}}`);
    });
  });
});

describe('addresses in a lockfile', () => {
  const cases: readonly [
    url: string,
    name: string,
    host: string | undefined,
    registry: string | undefined,
  ][] = [
    [`${MIRROR}/a/-/a-1.0.0.tgz`, 'a', 'registry.npmmirror.com', `${MIRROR}/`],
    [
      'https://R.Example.com:8443/npm/@s/a/-/a-1.0.0.tgz',
      '@s/a',
      'r.example.com',
      'https://R.Example.com:8443/npm/',
    ],
    [
      'https://r.example.com/npm/@s%2fa/-/@s/a-1.0.0.tgz',
      '@s/a',
      'r.example.com',
      'https://r.example.com/npm/',
    ],
    ['https://r.example.com/a/download/a-1.0.0.tgz?cache=0', 'a', 'r.example.com', 'https://r.example.com/'],
    [
      'https://r.example.com/download/@s/a/1.0.0/0123',
      '@s/a',
      'r.example.com',
      'https://r.example.com/download/',
    ],
    ['https://r.example.com/x/a-1.0.0.tgz', 'a', 'r.example.com', 'https://r.example.com/'],
    ['https://gitlab.example.com/x/a/-/archive/1/a-1.tar.gz', 'b', 'gitlab.example.com', undefined],
    ['https://u:p@cdn.example.com/some.tgz', 'a', 'cdn.example.com', undefined],
    ['git+ssh://git@gitee.com/x/a.git#0123', 'a', 'gitee.com', undefined],
    ['file:../a', 'a', undefined, undefined],
    ['packages/a', 'a', undefined, undefined],
    ['https://', 'a', undefined, undefined],
  ];
  for (const [url, name, expectedHost, registry] of cases) {
    it(url, () => {
      const host = hostOfUrl(url);
      assert.equal(host?.name, expectedHost);
      const isRegistry = host !== undefined && isFromRegistry(url, name, '1.0.0');
      assert.equal(isRegistry ? url.slice(0, registryEnd(url, host, name)) : undefined, registry);
    });
  }
});
