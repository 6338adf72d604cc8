import assert from 'node:assert/strict';
import { coordinateOf, exactMavenVersion } from '../../src/formats/shared/packages/maven-package.ts';
import { packagePurl } from '../../src/formats/shared/packages/named-package.ts';
import { swiftPackage } from '../../src/formats/shared/packages/swift-package.ts';
import { visibleText, withoutVariables } from '../../src/parsers/interpolation.ts';

describe('formats/shared: names of packages', () => {
  const coordinates: readonly (readonly [text: string, expected: string])[] = [
    ['g:a:1.0', 'g a 1.0'],
    ['g.h:a-b', 'g.h a-b'],
    ['g:a:1.0:classifier@zip', 'g a 1.0'],
    ['g:a@aar', 'g a'],
    ['g:a:[1.0, 2.0)', ''],
    [':project', ''],
    ['https://example.com', ''],
    ['g:a:', 'g a'],
    ['', ''],
  ];
  for (const [text, expected] of coordinates) {
    it(`reads the coordinate ${text || 'of nothing'}`, () => {
      const found = coordinateOf(withoutVariables({ text, span: { start: 0, end: text.length } }));
      const parts = found && [found.group, found.artifact, ...(found.version ? [found.version] : [])];
      assert.equal((parts ?? []).map(part => visibleText(part).text).join(' '), expected);
    });
  }

  const versions: readonly (readonly [written: string, expected: string | undefined])[] = [
    ['1.2.3', '1.2.3'],
    ['[1.2.3]', '1.2.3'],
    ['1.2.3!!', '1.2.3'],
    ['33.2.1-jre', '33.2.1-jre'],
    ['Finchley.SR2', 'Finchley.SR2'],
    ['[1.0,2.0)', undefined],
    ['1.+', undefined],
    ['latest.release', undefined],
    ['\u0000', undefined],
    ['', undefined],
  ];
  for (const [written, expected] of versions) {
    it(`takes ${JSON.stringify(written)} as ${expected ?? 'several versions'}`, () =>
      assert.equal(exactMavenVersion(written), expected));
  }

  const purls: readonly (readonly [
    type: string,
    path: string,
    version: string | undefined,
    expected: string | undefined,
  ])[] = [
    ['maven', 'g/a', '1.0', 'pkg:maven/g/a@1.0'],
    ['composer', 'Vendor/Name', undefined, 'pkg:composer/vendor/name'],
    ['nuget', 'A.B', '1.0+x', 'pkg:nuget/A.B@1.0%2Bx'],
    ['gem', '', '1.0', undefined],
    ['gem', 'a b', undefined, undefined],
    ['gem', '\ud800', undefined, undefined],
    ['gem', 'ü', undefined, 'pkg:gem/%C3%BC'],
    ['gem', '__proto__', undefined, 'pkg:gem/__proto__'],
  ];
  for (const [type, path, version, expected] of purls) {
    it(`makes ${expected ?? 'nothing'} of ${JSON.stringify(path)}`, () =>
      assert.equal(packagePurl(type, path, version), expected));
  }

  const repositories: readonly (readonly [address: string, expected: string | undefined])[] = [
    ['https://github.com/apple/swift-nio.git', 'pkg:swift/github.com/apple/swift-nio'],
    ['https://github.com/apple/swift-nio/', 'pkg:swift/github.com/apple/swift-nio'],
    ['git@github.com:apple/swift-nio.git', 'pkg:swift/github.com/apple/swift-nio'],
    ['ssh://git@example.com:22/group/sub/name', 'pkg:swift/example.com/group/sub/name'],
    ['../local', undefined],
    ['https://github.com', undefined],
    ['', undefined],
  ];
  for (const [text, expected] of repositories) {
    it(`names the Swift package at ${text || 'nothing'}`, () => {
      const address = { text, span: { start: 0, end: text.length } };
      const [found] = swiftPackage(address, undefined, undefined, { scope: '', structuralPath: [] });
      assert.equal(found?.package?.purl, expected);
    });
  }
});
