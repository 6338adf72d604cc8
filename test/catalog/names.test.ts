import assert from 'node:assert/strict';
import fc from 'fast-check';
import { normaliseAddress } from '../../src/catalog/names/address.ts';
import { parseImageName } from '../../src/catalog/names/image-name.ts';
import { normalisePurl } from '../../src/catalog/names/package-name.ts';
import { normaliseProvider, parseModuleSource } from '../../src/catalog/names/terraform-address.ts';

function table<Result>(rows: readonly (readonly [string, Result])[], read: (text: string) => Result): void {
  for (const [text, expected] of rows) {
    it(`${text} → ${JSON.stringify(expected)}`, () => assert.deepEqual(read(text), expected));
  }
}

describe('catalog/package-name', () => {
  table<string | undefined>(
    [
      ['pkg:npm/%40Scope/Name@1.0.0', 'pkg:npm/%40scope/name'],
      ['pkg:npm/@scope%2Fname@1.0.0', 'pkg:npm/%40scope/name'],
      ['pkg:npm/name@npm:other@1', 'pkg:npm/name'],
      ['pkg:pypi/A.b__c@1?x=y#z', 'pkg:pypi/a-b-c'],
      ['pkg:pypi/prefix-', 'pkg:pypi/prefix-'],
      ['pkg:golang/github.com/Acme/Lib/v2@v2.0.0#sub/dir', 'pkg:golang/github.com/acme/lib'],
      ['pkg:golang/github.com/acme/v2ray', 'pkg:golang/github.com/acme/v2ray'],
      ['pkg:maven/com.Acme/Lib@1?type=jar', 'pkg:maven/com.Acme/Lib'],
      ['pkg:githubactions/Acme/Login@v1', 'pkg:githubactions/acme/login'],
      ['pkg:nuget/Acme.SDK', 'pkg:nuget/acme.sdk'],
      ['pkg://npm/a', 'pkg:npm/a'],
      ['pkg:npm/', undefined],
      ['npm/a', undefined],
      ['', undefined],
    ],
    normalisePurl,
  );

  it('is stable', () => {
    fc.assert(
      fc.property(fc.constantFrom('npm', 'pypi', 'golang', 'maven'), fc.string(), (type, name) => {
        const once = normalisePurl(`pkg:${type}/${name}`);
        return once === undefined || normalisePurl(once) === once || /\/v\d+$/.test(once);
      }),
    );
  });
});

describe('catalog/image-name', () => {
  table(
    [
      ['nginx', { registry: 'docker.io', repository: 'library/nginx' }],
      ['nginx:1.27', { registry: 'docker.io', repository: 'library/nginx' }],
      ['acme/app:v1@sha256:00', { registry: 'docker.io', repository: 'acme/app' }],
      ['docker.io/nginx', { registry: 'docker.io', repository: 'library/nginx' }],
      ['index.docker.io/acme/app', { registry: 'docker.io', repository: 'acme/app' }],
      ['registry.example.com/app', { registry: 'registry.example.com', repository: 'app' }],
      ['registry.example.com:5000/a/b:tag', { registry: 'registry.example.com', repository: 'a/b' }],
      ['registry.example.com:5000', { registry: 'registry.example.com', repository: '' }],
      ['https://registry.example.com/', { registry: 'registry.example.com', repository: '' }],
      ['docker://registry.example.com/app', { registry: 'registry.example.com', repository: 'app' }],
      ['localhost/app', { registry: 'localhost', repository: 'app' }],
      ['localhost:5000/app', { registry: 'localhost', repository: 'app' }],
      ['acme/app.io/x', { registry: 'docker.io', repository: 'acme/app.io/x' }],
      ['REGISTRY.Example.com/App', { registry: 'registry.example.com', repository: 'app' }],
    ],
    parseImageName,
  );

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), text => parseImageName(text).registry.length >= 0));
  });
});

describe('catalog/address', () => {
  table(
    [
      ['https://User:Secret@Mirror.Example.com:8443/A/b/?q=1#f', 'mirror.example.com/A/b'],
      ['//mirror.example.com/x/', 'mirror.example.com/x'],
      ['sparse+https://mirror.example.com/index/', 'mirror.example.com/index'],
      ['mirror.example.com.', 'mirror.example.com'],
      ['mirror.example.com', 'mirror.example.com'],
    ],
    normaliseAddress,
  );
});

describe('catalog/terraform-address', () => {
  table(
    [
      ['registry.terraform.io/Acme/Thing', 'acme/thing'],
      ['registry.opentofu.org/acme/thing', 'acme/thing'],
      ['private.example.com/acme/thing', 'private.example.com/acme/thing'],
      ['thing', 'thing'],
    ],
    normaliseProvider,
  );

  table<unknown>(
    [
      ['./m', { type: 'local' }],
      ['../m', { type: 'local' }],
      ['/m', { type: 'local' }],
      ['.', { type: 'local' }],
      ['', { type: 'local' }],
      ['acme/net/cloud', { type: 'registry', address: 'acme/net/cloud' }],
      ['registry.terraform.io/acme/net/cloud//sub', { type: 'registry', address: 'acme/net/cloud' }],
      ['app.terraform.io/acme/net/cloud', { type: 'registry', address: 'app.terraform.io/acme/net/cloud' }],
      ['github.com/acme/net', { type: 'remote', address: 'github.com/acme/net' }],
      ['git@github.com:acme/net.git', { type: 'remote', address: 'github.com/acme/net' }],
      [
        'git::ssh://git@host.example/acme/net.git//sub?ref=v1',
        { type: 'remote', address: 'host.example/acme/net' },
      ],
      [
        'git::https://user@host.example/acme/net.git?ref=v1',
        { type: 'remote', address: 'host.example/acme/net' },
      ],
      ['https://host.example/net.zip', { type: 'remote', address: 'host.example/net.zip' }],
      ['s3::https://s3.example/bucket/net.zip', { type: 'remote', address: 's3.example/bucket/net.zip' }],
    ],
    parseModuleSource,
  );
});
