import assert from 'node:assert/strict';
import { extractPackageJson } from '../../src/formats/package-json/extract.ts';
import { packageInSelector } from '../../src/formats/package-json/selector.ts';
import { readSpecifier } from '../../src/formats/package-json/specifier.ts';
import { makeSource } from '../../src/text/source.ts';
import { describeReferences } from '../support/describe-reference.ts';

function references(manifest: unknown): string[] {
  const text = typeof manifest === 'string' ? manifest : JSON.stringify(manifest, null, 2);
  const source = makeSource('app/package.json', text);
  return describeReferences(extractPackageJson(source), source);
}

describe('package.json', () => {
  const cases: readonly [title: string, manifest: unknown, references: string[]][] = [
    [
      'every section of dependencies',
      {
        dependencies: { 'ali-oss': '^6.0.0' },
        devDependencies: { '@scope/a': '1.2.3' },
        peerDependencies: { b: '>=1 <3' },
        optionalDependencies: { c: '' },
      },
      [
        'package ali-oss direct pkg:npm/ali-oss (^6.0.0)',
        'package @scope/a direct pkg:npm/%40scope/a@1.2.3 (1.2.3)',
        'package b direct pkg:npm/b (>=1 <3)',
        'package c direct pkg:npm/c',
      ],
    ],
    [
      'bundled packages only where no section has them',
      { dependencies: { a: '1.0.0' }, bundleDependencies: ['a', 'b'], bundledDependencies: true },
      ['package a direct pkg:npm/a@1.0.0 (1.0.0)', 'package b direct pkg:npm/b'],
    ],
    [
      'exact versions',
      { dependencies: { a: '=v1.2.3', b: '1.2.3-beta.1+build.5', c: '1.2', d: '1.x', e: 'latest', f: '*' } },
      [
        'package a direct pkg:npm/a@1.2.3 (=v1.2.3)',
        'package b direct pkg:npm/b@1.2.3-beta.1+build.5 (1.2.3-beta.1+build.5)',
        'package c direct pkg:npm/c (1.2)',
        'package d direct pkg:npm/d (1.x)',
        'package e direct pkg:npm/e (latest)',
        'package f direct pkg:npm/f (*)',
      ],
    ],
    [
      'an alias by the name behind it',
      { dependencies: { oss: 'npm:ali-oss@6.1.0', core: 'npm:@alicloud/pop-core', same: 'npm:^2' } },
      [
        'package ali-oss direct pkg:npm/ali-oss@6.1.0 (6.1.0)',
        'package @alicloud/pop-core direct pkg:npm/%40alicloud/pop-core',
        'package same direct pkg:npm/same (^2)',
      ],
    ],
    [
      'addresses with their hosts, without passwords',
      {
        dependencies: {
          a: 'git+https://u:p@gitee.com/x/a.git#main',
          b: 'git@codeup.aliyun.com:x/b.git',
          c: 'github:x/c',
          d: 'https://cdn.example.com/d.tgz',
          e: 'file:vendor/e-1.0.0.tgz',
        },
      },
      [
        'package a direct pkg:npm/a (git+https://gitee.com/x/a.git#main)',
        'host gitee.com = gitee.com/x/a.git',
        'package b direct pkg:npm/b (git@codeup.aliyun.com:x/b.git)',
        'host codeup.aliyun.com = codeup.aliyun.com',
        'package c direct pkg:npm/c (github:x/c)',
        'package d direct pkg:npm/d (https://cdn.example.com/d.tgz)',
        'host cdn.example.com = cdn.example.com/d.tgz',
        'package e direct pkg:npm/e (file:vendor/e-1.0.0.tgz)',
      ],
    ],
    [
      'folders of the repository as no packages',
      { dependencies: { '@alicloud/a': 'workspace:^', b: 'file:../b', c: './c', d: 'link:d' } },
      ['package @alicloud/a = workspace:^', 'package b = file:../b', 'package c = ./c', 'package d = link:d'],
    ],
    [
      'overrides by the package that they replace or pin',
      {
        overrides: { a: '1.0.0', b: { '.': '2.0.0', c: { 'd@1': 'npm:e@3.0.0' } }, f: '$f' },
        resolutions: { '**/g': '4.0.0', 'h/@i/j': '5.0.0' },
        pnpm: { overrides: { 'k@1>l@<2': '6.0.0', m: '-' } },
      },
      [
        'package a direct pkg:npm/a@1.0.0 (1.0.0)',
        'package b direct pkg:npm/b@2.0.0 (2.0.0)',
        'package e direct pkg:npm/e@3.0.0 (3.0.0)',
        'package f direct pkg:npm/f ($f)',
        'package g direct pkg:npm/g@4.0.0 (4.0.0)',
        'package @i/j direct pkg:npm/%40i/j@5.0.0 (5.0.0)',
        'package l direct pkg:npm/l@6.0.0 (6.0.0)',
      ],
    ],
    [
      'registries and mirrors in settings',
      {
        publishConfig: { registry: 'https://registry.npmmirror.com/', access: 'public' },
        config: { sharp_binary_host: 'https://npmmirror.com/mirrors/sharp', port: '8080' },
      },
      [
        'mirror registry.npmmirror.com = https://registry.npmmirror.com/ for npm',
        'mirror npmmirror.com = https://npmmirror.com/mirrors/sharp for npm-binaries',
      ],
    ],
    [
      'URLs in settings, but not words with dots and not prose',
      {
        proxy: 'api.example.com:80',
        build: { appId: 'com.example.app', feed: ['https://a.example.com/x', { url: '//b.example.com' }] },
        contributes: {
          properties: {
            endpoint: { default: 'https://c.example.com', description: 'https://d.example.com' },
          },
        },
        homepage: 'https://e.example.com',
        author: { name: 'x', url: 'https://f.example.com' },
        repository: 'https://g.example.com/x.git',
        _resolved: 'https://h.example.com/x.tgz',
      },
      [
        'host api.example.com = api.example.com:80',
        'host a.example.com = a.example.com/x',
        'host b.example.com = b.example.com',
        'host c.example.com = c.example.com',
      ],
    ],
    [
      'what scripts tell tools to use',
      {
        scripts: {
          preinstall: 'npm config set registry https://registry.npmmirror.com && echo ok',
          upload: 'curl -T "dist/a.zip" https://a.oss-cn-hangzhou.aliyuncs.com/a.zip',
          test: 'mocha test/*.test.js',
          list: ['https://a.example.com'],
        },
      },
      [
        'mirror registry.npmmirror.com = https://registry.npmmirror.com for npm',
        'host a.oss-cn-hangzhou.aliyuncs.com = a.oss-cn-hangzhou.aliyuncs.com/a.zip',
      ],
    ],
    [
      'a half-typed entry',
      '{ "dependencies": { "a": "1.0.0", "ali-oss": ',
      ['package a direct pkg:npm/a@1.0.0 (1.0.0)', 'package ali-oss direct pkg:npm/ali-oss'],
    ],
    ['nothing in what is no manifest', '["dependencies", {"dependencies": {"a": "1"}}]', []],
    ['nothing for names that cannot be', { dependencies: { '': '1.0.0' } }, []],
  ];
  for (const [title, manifest, expected] of cases) {
    it(title, () => assert.deepEqual(references(manifest), expected));
  }
});

describe('readSpecifier', () => {
  const types: Readonly<Record<string, readonly string[]>> = {
    registry: ['^1.0.0', '1 - 2', '', 'next', 'npm:1', 'npm:^1.0.0', 'catalog:', 'npm:'],
    alias: ['npm:a', 'npm:a@1', 'npm:@s/a', 'npm:@s/a@^1', 'npm:7zip-bin@5.0.0'],
    address: [
      'x/y',
      'x/y#semver:^1',
      'git://h/x',
      'git+ssh://git@h/x',
      'git@h:x/y',
      'https://h/x.tgz',
      'gist:1',
      'file:x.tgz',
    ],
    local: ['file:x', 'link:../x', 'portal:/x', 'workspace:*', './x', '../x', '/x', '~/x', 'C:\\x', 'c:/x'],
  };
  for (const [type, texts] of Object.entries(types)) {
    for (const text of texts)
      it(`${text || '(empty)'} is ${type}`, () => assert.equal(readSpecifier(text).type, type));
  }
});

describe('packageInSelector', () => {
  const cases: readonly [selector: string, name: string | undefined][] = [
    ['a', 'a'],
    ['@s/a', '@s/a'],
    ['a@^1', 'a'],
    ['@s/a@>=1 <2', '@s/a'],
    ['**/a', 'a'],
    ['b/**/@s/a', '@s/a'],
    ['@s/b/a', 'a'],
    ['a@npm:^1', 'a'],
    ['a@npm:@s/b@1', 'a'],
    ['b>a', 'a'],
    ['b@1>@s/a@2', '@s/a'],
    ['a@>1', 'a'],
    ['a@>1 || >3', 'a'],
    ['**', undefined],
    ['', undefined],
    ['@', undefined],
  ];
  for (const [selector, name] of cases) {
    it(`${selector || '(empty)'} is about ${name}`, () => {
      const found = packageInSelector(selector);
      assert.equal(found?.name, name);
      if (found) assert.ok(selector.startsWith(found.name, found.start));
    });
  }
});
