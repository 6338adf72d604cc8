import assert from 'node:assert/strict';
import { documentRoot, folderRoot } from '../../src/server/folders/folder-root.ts';

describe('a folder', () => {
  const cases: readonly [title: string, folder: string, document: string, path: string | undefined][] = [
    ['holds its files', 'file:///projects/shop', 'file:///projects/shop/infra/main.tf', 'infra/main.tf'],
    ['may end with a slash', 'file:///projects/shop/', 'file:///projects/shop/main.tf', 'main.tf'],
    ['is the root of the disk', 'file:///', 'file:///main.tf', 'main.tf'],
    ['decodes', 'file:///projects/my%20shop', 'file:///projects/my%20shop/%E5%8C%97.tf', '北.tf'],
    ['knows a drive in either case', 'file:///c%3A/shop', 'file:///C:/shop/main.tf', 'main.tf'],
    ['is not its longer neighbour', 'file:///projects/shop', 'file:///projects/shop2/main.tf', undefined],
    ['is of one scheme', 'file:///projects', 'untitled:/projects/main.tf', undefined],
    ['is on one host', 'file://a/projects', 'file://b/projects/main.tf', undefined],
  ];
  for (const [title, folder, document, path] of cases) {
    it(title, () => assert.equal(folderRoot(folder).toPath(document), path));
  }

  it('gives the URI of a path', () => {
    const root = folderRoot('file:///projects/my%20shop');
    assert.equal(root.toUri('a b/北.tf'), 'file:///projects/my%20shop/a%20b/%E5%8C%97.tf');
    assert.equal(root.toPath(root.toUri('a%20#?.tf')), 'a%20#?.tf');
  });

  it('of a single document holds nothing else', () => {
    const root = documentRoot('untitled:Untitled-1', 'untitled.tf');
    assert.equal(root.toPath('untitled:Untitled-1'), 'untitled.tf');
    assert.equal(root.toPath('untitled:Untitled-2'), undefined);
  });
});
