import assert from 'node:assert/strict';
import type { Location } from 'vscode-languageserver';
import type { FileAnswer, FolderListing } from '../../src/protocol/files.ts';
import { type ClientFiles, clientFiles } from '../../src/server/host/client-files.ts';
import { clientHost } from '../../src/server/host/client-host.ts';
import { clientTree } from '../../src/server/host/client-tree.ts';
import { walkClient } from '../../src/server/host/client-walk.ts';
import { toBase64 } from '../../src/text/base64.ts';
import { Conversation } from './support/conversation.ts';

const FOLDER = 'memfs://host/shop';
const toUri = (path: string) => (path === '' ? FOLDER : `${FOLDER}/${path}`);

const pathOf = (uri: string) => decodeURIComponent(uri.slice(FOLDER.length + 1));

/** An editor's file system: texts by path, and paths that are links. */
class Editor implements ClientFiles {
  readonly asked: (readonly string[])[] = [];
  private readonly texts: Readonly<Record<string, string>>;
  private readonly links: ReadonlySet<string>;
  private readonly filesInAnswer: number;

  constructor(texts: Readonly<Record<string, string>>, links: readonly string[] = [], filesInAnswer = 1000) {
    this.texts = texts;
    this.links = new Set(links);
    this.filesInAnswer = filesInAnswer;
  }

  async list(folders: readonly string[]): Promise<readonly FolderListing[]> {
    return folders.map(uri => this.listFolder(pathOf(uri)));
  }

  async read(files: readonly string[], limit: number): Promise<readonly FileAnswer[]> {
    this.asked.push(files.map(uri => pathOf(uri)));
    return files.slice(0, this.filesInAnswer).map(uri => this.readFile(pathOf(uri), limit));
  }

  private listFolder(path: string): FolderListing {
    const prefix = path === '' ? '' : `${path}/`;
    const inside = [...Object.keys(this.texts), ...this.links].filter(each => each.startsWith(prefix));
    const names = new Set(inside.map(each => each.slice(prefix.length).split('/')[0] ?? ''));
    if (names.size === 0) return { ok: false, failure: 'missing' };
    return {
      ok: true,
      entries: [...names].map(name => {
        const isFile = Object.hasOwn(this.texts, prefix + name);
        return { name, kind: this.links.has(prefix + name) ? 'link' : isFile ? 'file' : 'folder' };
      }),
    };
  }

  private readFile(path: string, limit: number): FileAnswer {
    if (this.links.has(path)) return { failure: 'link' };
    const text = this.texts[path];
    if (text === undefined) return { failure: 'missing' };
    return text.length > limit
      ? { failure: 'too-large' }
      : { content: toBase64(new TextEncoder().encode(text)) };
  }
}

describe('a folder that only the editor can reach', () => {
  it('is listed with the ignore rules of its folders, without what is downloaded, and sorted', async () => {
    const editor = new Editor(
      {
        '.gitignore': '*.log\n/build/\n',
        'b.tf': '',
        'a/.gitignore': '!kept.log\n',
        'a/kept.log': '',
        'a/other.log': '',
        'a.tf': '',
        'build/main.tf': '',
        'node_modules/x/package.json': '',
        '.git/config': '',
      },
      ['linked'],
    );
    const { files, problems } = await walkClient({ files: editor, toUri, excluded: [] });
    assert.deepEqual(files, ['.gitignore', 'a.tf', 'a/.gitignore', 'a/kept.log', 'b.tf', 'linked']);
    assert.deepEqual(problems, []);
  });

  it('leaves out what the user never wants to see', async () => {
    const editor = new Editor({ 'main.tf': '', 'out/main.tf': '', 'a/b/.DS_Store': '' });
    const { files } = await walkClient({ files: editor, toUri, excluded: ['**/.DS_Store', 'out'] });
    assert.deepEqual(files, ['main.tf']);
  });

  it('says when it is too large or too deep', async () => {
    const editor = new Editor({ 'a/b/c/d/main.tf': '', 'x.tf': '', 'y.tf': '' });
    const deep = await walkClient({
      files: editor,
      toUri,
      excluded: [],
      limits: { files: 10, depth: 2 },
    });
    assert.deepEqual(
      deep.problems.map(({ code, path }) => [code, path]),
      [['discovery-limit', 'a/b/c']],
    );
    const many = await walkClient({ files: editor, toUri, excluded: [], limits: { files: 1, depth: 9 } });
    assert.deepEqual([many.files, many.problems.map(({ code }) => code)], [['x.tf'], ['discovery-limit']]);
  });

  it('gets what is read next together, and again what did not fit in an answer', async () => {
    const paths = Array.from({ length: 70 }, (_, index) => `${index + 100}.tf`);
    const editor = new Editor(Object.fromEntries(paths.map(path => [path, path])), [], 40);
    const tree = clientTree({ files: editor, toUri, excluded: [] });
    tree.expect?.(paths);
    for (const path of paths) {
      const content = await tree.read(path);
      assert.ok(content.ok && 'bytes' in content);
      assert.equal(new TextDecoder().decode(content.bytes), path);
    }
    assert.deepEqual(
      editor.asked.map(({ length }) => length),
      [64, 30],
    );
    await tree.read('130.tf');
    assert.deepEqual(editor.asked.at(-1), ['130.tf']);
  });

  it('reads an empty file, follows no link, and never climbs out', async () => {
    const editor = new Editor({ 'empty.tf': '', 'large.tf': 'x'.repeat(21 * 1024 * 1024) }, ['link.tf']);
    const tree = clientTree({ files: editor, toUri, excluded: [] });
    const codes = await Promise.all(
      ['empty.tf', 'link.tf', 'gone.tf', 'large.tf', '../secret.tf'].map(async path => {
        const content = await tree.read(path);
        return content.ok ? 'read' : content.problem.code;
      }),
    );
    assert.deepEqual(codes, ['read', 'unreadable', 'unreadable', 'too-large', 'unreadable']);
    assert.ok(editor.asked.flat().every(path => !path.includes('..')));
  });

  it('is empty, and says so, for an editor that does not answer', async () => {
    const silent = clientFiles({ sendRequest: () => Promise.reject(new Error('Unhandled method')) });
    const { files, problems } = await walkClient({ files: silent, toUri, excluded: [] });
    assert.deepEqual([files, problems.map(({ code }) => code)], [[], ['unreadable']]);
    const content = await clientTree({ files: silent, toUri, excluded: [] }).read('main.tf');
    assert.equal(content.ok, false);
  });
});

describe('rulesets in a folder that only the editor can reach', () => {
  const ruleset = '{ "name": "ours" }';
  const editor = new Editor(
    {
      '.vendor-diligence.jsonc': ruleset,
      'policy/base.jsonc': ruleset,
      'node_modules/@acme/policy/vendor-diligence.jsonc': ruleset,
    },
    ['away'],
  );
  const host = clientHost(editor);
  host.openFolder(FOLDER);
  const base = { location: toUri('.vendor-diligence.jsonc'), confined: true };

  it('are found, and read by the names that others give them', async () => {
    assert.equal((await host.findWorkspaceRuleset(FOLDER))?.content.ok, true);
    assert.equal((await host.readRuleset('policy/base.jsonc', FOLDER)).content.ok, true);
    assert.equal((await host.rulesetPorts.files?.readFile('policy/base.jsonc', base))?.ok, true);
    assert.equal((await host.rulesetPorts.files?.readPackage('@acme/policy', base))?.ok, true);
  });

  it('of a repository reach nothing outside it, by dots, by another root or by a link', async () => {
    for (const path of ['../other/base.jsonc', '/etc/base.jsonc', 'away/base.jsonc']) {
      const answer = await host.rulesetPorts.files?.readFile(path, base);
      assert.deepEqual(answer, { ok: false, reason: { key: 'file.outside' } }, path);
    }
  });

  it('are found from the path of a file too: a browser has folders of this machine', async () => {
    const installed = 'file:///shop/node_modules/@acme/policy/vendor-diligence.jsonc';
    const content = toBase64(new TextEncoder().encode(ruleset));
    const local = clientHost({
      list: async folders => folders.map(() => ({ ok: true, entries: [] })),
      read: async uris =>
        uris.map(uri => (decodeURIComponent(uri) === installed ? { content } : { failure: 'missing' })),
    });
    local.openFolder('file:///shop');
    const from = { location: '/shop/.vendor-diligence.jsonc', confined: true };
    const answer = await local.rulesetPorts.files?.readPackage('@acme/policy', from);
    assert.equal(answer?.ok, true);
  });

  for (const name of ['./policy/base.jsonc', 'npm:@acme/policy']) {
    it(`can stand on ${name}: its own check and what leads there know the file`, async () => {
      const uri = toUri('.vendor-diligence.jsonc');
      const conversation = await Conversation.start({ host, folders: [FOLDER], trusted: true });
      await conversation.open(uri, `{ "extends": ["${name}"], "approved": { "vendors": ["awz"] } }`);
      const diagnostics = await conversation.diagnostics(uri, all => all.length > 0);
      const codes = diagnostics.map(({ code }) => code);
      const [target] = await conversation.request<Location[]>('textDocument/definition', {
        textDocument: { uri },
        position: { line: 0, character: 17 },
      });
      await conversation.end();
      assert.deepEqual(new Set(codes), new Set(['ruleset-invalid']));
      assert.match(String(target?.uri), /^memfs:\/\/host\/shop\/(policy\/base|node_modules\/.*)\.jsonc$/);
    });
  }
});
