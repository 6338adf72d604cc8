import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { modulesOf } from '../src/engine/claimed-file.ts';
import { formatsByName } from '../src/formats/classify.ts';
import { FORMATS } from '../src/formats/index.ts';
import { type Format, kindOfModule } from '../src/model/format.ts';
import { formatPage, withFormatSummary } from '../src/tools/format-tables.ts';
import { referencePage } from '../src/tools/reference-page.ts';

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

  it('every format has modules of one kind', () => {
    const kinds = new Map<Format, Set<string>>();
    for (const path of caseFiles())
      for (const format of formatsByName(path))
        for (const module of modulesOf(path, [format]))
          kinds.set(format, (kinds.get(format) ?? new Set()).add(kindOfModule(module)));
    assert.deepEqual(new Set(kinds.keys()), new Set(FORMATS));
    for (const [{ id }, found] of kinds) assert.equal(found.size, 1, `${id}: ${[...found].join(', ')}`);
  });

  it('the README and the page of formats say what the registry says', () => {
    const readme = readFileSync(join(root, 'README.md'), 'utf8');
    assert.equal(readme, withFormatSummary(readme), 'run npm run generate');
    assert.equal(
      readFileSync(join(root, 'docs', 'formats.md'), 'utf8'),
      formatPage(),
      'run npm run generate',
    );
  });

  it('the reference says what the code says', () => {
    const page = readFileSync(join(root, 'docs', 'reference.md'), 'utf8');
    assert.equal(page, referencePage(), 'run npm run generate');
  });

  it('every format stands on the page of formats once', () => {
    const rows = formatPage().split('\n');
    for (const { title } of FORMATS) {
      assert.equal(rows.filter(row => row.startsWith(`| ${title} |`)).length, 1, title);
    }
  });

  it('the changelog begins with the version of the package', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const first = /^## (\S+)/m.exec(readFileSync(join(root, 'CHANGELOG.md'), 'utf8'))?.[1];
    assert.equal(first, version);
  });
});

/** The files of all cases, without the folders of the cases. */
function caseFiles(): string[] {
  const paths = readdirSync(join(root, 'test', 'cases'), { recursive: true, encoding: 'utf8' });
  return paths.map(path => path.split(sep).slice(2).join('/')).filter(path => path !== '');
}
