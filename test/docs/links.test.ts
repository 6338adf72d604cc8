import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './page.ts';

const PAGES = ['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md', 'src/README.md'].concat(
  readdirSync(join(root, 'docs')).map(name => `docs/${name}`),
);

describe('the pages', () => {
  for (const page of PAGES) {
    it(`${page} leads only to what is there`, () => {
      const text = readFileSync(join(root, page), 'utf8');
      for (const [, target = '', anchor] of text.matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]*))?\)/g)) {
        const file = target === '' ? join(root, page) : join(root, dirname(page), target);
        assert.ok(existsSync(file), `${page} has no ${target}`);
        if (anchor)
          assert.ok(anchorsOf(readFileSync(file, 'utf8')).has(anchor), `${target} has no #${anchor}`);
      }
    });
  }

  it('the map of the house names only files that are there', () => {
    const text = readFileSync(join(root, 'src/README.md'), 'utf8');
    const names = [...text.matchAll(/`((?:\w+\/)[\w/-]+\.ts)`/g)].map(([, name = '']) => name);
    assert.ok(names.length > 30);
    const gone = names.filter(name => !existsSync(join(root, name.startsWith('test/') ? '' : 'src', name)));
    assert.deepEqual(gone, []);
  });
});

/** As GitHub makes them of headings. */
function anchorsOf(text: string): Set<string> {
  return new Set(
    [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );
}
