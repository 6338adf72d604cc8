import assert from 'node:assert/strict';
import fc from 'fast-check';
import { PackageURL } from 'packageurl-js';
import { exactVersion, npmPurl } from '../../src/formats/shared/packages/npm-package.ts';

describe('npmPurl', () => {
  it('escapes the scope and leaves out a missing version', () => {
    assert.equal(npmPurl('@alicloud/openapi-client', '0.4.12'), 'pkg:npm/%40alicloud/openapi-client@0.4.12');
    assert.equal(npmPurl('ali-oss', undefined), 'pkg:npm/ali-oss');
  });

  it('refuses what cannot be a name', () => {
    for (const name of ['', '@', '@s/', '\ud800']) assert.equal(npmPurl(name, '1.0.0'), undefined, name);
  });

  it('is what packageurl-js builds', () => {
    const part = fc.stringMatching(/^[a-z0-9][A-Za-z0-9._~-]{0,9}$/);
    const version = fc.stringMatching(/^[0-9]\.[0-9]\.[0-9](?:-[a-z0-9.]{1,4})?(?:\+[a-z0-9]{1,4})?$/);
    fc.assert(
      fc.property(fc.option(part), part, fc.option(version), (scope, name, pinned) => {
        const full = scope === null ? name : `@${scope}/${name}`;
        const namespace = scope === null ? undefined : `@${scope}`;
        const expected = new PackageURL('npm', namespace, name, pinned ?? undefined, undefined, undefined);
        assert.equal(npmPurl(full, pinned ?? undefined), expected.toString());
      }),
    );
  });
});

describe('exactVersion', () => {
  const cases: Readonly<Record<string, string | undefined>> = {
    '1.2.3': '1.2.3',
    ' =v1.2.3 ': '1.2.3',
    '1.2.3-rc.1+b': '1.2.3-rc.1+b',
    '^1.2.3': undefined,
    '1.2': undefined,
    '1.2.3 || 2.0.0': undefined,
    '': undefined,
  };
  for (const [range, version] of Object.entries(cases)) {
    it(`${range || '(empty)'} pins ${version}`, () => assert.equal(exactVersion(range), version));
  }
});
