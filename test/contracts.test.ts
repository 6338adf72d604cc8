import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FORMATS } from '../src/formats/index.ts';
import { withFormatTable } from '../src/tools/readme-tables.ts';

const root = join(import.meta.dirname, '..');

describe('contracts', () => {
  it('every format folder is in the registry, and nothing else is', () => {
    const folders = readdirSync(join(root, 'src', 'formats'), { withFileTypes: true })
      .filter(entry => entry.isDirectory() && entry.name !== 'shared')
      .map(entry => entry.name);
    assert.deepEqual(FORMATS.map(format => format.id).sort(), folders.sort());
  });

  for (const format of FORMATS) {
    it(`${format.id} says what it is`, () => {
      assert.match(format.id, /^[a-z0-9]+(-[a-z0-9]+)*$/);
      assert.notEqual(format.files.length, 0);
      for (const words of [format.title, format.extracts, format.resolves]) assert.match(words, /\S/);
    });
  }

  it("the README's table of formats is the registry's", () => {
    const readme = readFileSync(join(root, 'README.md'), 'utf8');
    assert.equal(readme, withFormatTable(readme), 'run npm run generate');
  });

  it('the changelog begins with the version of the package', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const first = /^## (\S+)/m.exec(readFileSync(join(root, 'CHANGELOG.md'), 'utf8'))?.[1];
    assert.equal(first, version);
  });
});
