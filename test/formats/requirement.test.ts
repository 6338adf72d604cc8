import assert from 'node:assert/strict';
import { readRequirementsLines } from '../../src/formats/pip-requirements/lines.ts';
import { readGoFile } from '../../src/formats/shared/packages/go-lines.ts';
import { packageUrl } from '../../src/formats/shared/packages/package-url.ts';
import { exactPythonVersion, normalisedPythonName } from '../../src/formats/shared/packages/pypi-package.ts';
import { readRequirement } from '../../src/formats/shared/packages/requirement.ts';
import { takesAtMost } from '../support/time.ts';

describe('readRequirement', () => {
  it('reads name, specifier and address', () => {
    const cases: readonly [text: string, name: string | undefined, specifier?: string][] = [
      ['a', 'a', ''],
      [' a.b-c_1 ', 'a.b-c_1', ''],
      ['a[x,y]>=1,<2', 'a', '>=1,<2'],
      ['a (>=1)', 'a', '(>=1)'],
      ['a==1 ; python_version>"3"', 'a', '==1'],
      ['a;x', 'a', ''],
      ['a @ https://h/x.whl ; x', 'a', 'https://h/x.whl'],
      ['a@git+https://h/x', 'a', 'git+https://h/x'],
      ['a[', 'a', ''],
      ['two words', undefined],
      ['git+https://h/x', undefined],
      ['-a', undefined],
      ['', undefined],
    ];
    for (const [text, name, specifier] of cases) {
      const found = readRequirement(text);
      assert.deepEqual([text, found?.name, found?.specifier], [text, name, specifier]);
    }
  });

  it('takes time in proportion to the text', async () => {
    for (const text of [`a${' '.repeat(200_000)}b`, `a${'.'.repeat(200_000)}`, `a[${'['.repeat(200_000)}`]) {
      await takesAtMost(1000, () => {
        readRequirement(text);
        readRequirementsLines(text);
      });
    }
  });
});

describe('Python names and versions', () => {
  it('normalises and finds exact versions', () => {
    assert.equal(normalisedPythonName('A_b.-C'), 'a-b-c');
    const cases: readonly [specifier: string, exact: string | undefined][] = [
      ['==1.2', '1.2'],
      ['=== 1.2+local', '1.2+local'],
      ['(==1!2.0)', '1!2.0'],
      ['==1.*', undefined],
      ['>=1', undefined],
      ['==1,!=2', undefined],
      ['', undefined],
    ];
    for (const [specifier, exact] of cases) assert.equal(exactPythonVersion(specifier), exact, specifier);
  });
});

describe('packageUrl', () => {
  it('escapes what is not plain', () => {
    assert.equal(packageUrl('golang', 'github.com/a/b', 'v1+x'), 'pkg:golang/github.com/a/b@v1%2Bx');
    assert.equal(packageUrl('cargo', 'é b\uD800', undefined), 'pkg:cargo/%C3%A9%20b%EF%BF%BD');
  });
});

describe('readRequirementsLines', () => {
  it('joins lines and leaves comments out', () => {
    const { lines, comments } = readRequirementsLines(
      'a # x\nb \\\n  --hash=1 \\\r\n  --hash=2\n# y\nc#z\n\\\n',
    );
    assert.deepEqual(
      lines.map(line => line.text),
      ['a', 'b --hash=1 --hash=2', 'c#z'],
    );
    assert.equal(comments.length, 2);
  });
});

describe('readGoFile', () => {
  it('reads lines and blocks', () => {
    const { directives, comments } = readGoFile(
      'module "a"\nrequire (\n\tb v1 // indirect\n)\nreplace c => ../d // x\nrequire (\n\te v2\nexclude f v3',
    );
    assert.deepEqual(
      directives.map(({ verb, words, comment }) => [verb, words.map(word => word.text).join(' '), comment]),
      [
        ['module', 'a', ''],
        ['require', 'b v1', '// indirect'],
        ['replace', 'c => ../d', '// x'],
        ['require', 'e v2', ''],
        ['exclude', 'f v3', ''],
      ],
    );
    assert.equal(comments.length, 2);
  });
});
