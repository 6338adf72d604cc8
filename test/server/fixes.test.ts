import assert from 'node:assert/strict';
import type { CodeAction, Range, TextDocumentEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Conversation, type Opening } from './support/conversation.ts';

const ROOT = 'file:///project';
const DOCKERFILE = `${ROOT}/Dockerfile`;
const DOCKERFILE_TEXT = `FROM node:22
ARG NPM_CONFIG_REGISTRY=https://registry.npmmirror.com
RUN npm config set registry https://registry.npmmirror.com \\
 && npm ci
RUN pip install -i https://mirrors.aliyun.com/pypi/simple/ requests
`;
const WHOLE: Range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

describe('fixes in an editor', () => {
  let editor: Conversation;
  const start = async (files: Record<string, string>, opening: Opening = {}) => {
    editor = await Conversation.start({ files, folders: [ROOT], ...opening });
  };
  afterEach(() => editor.end());

  it('that cannot be applied are shown with the reason', async () => {
    const uri = `${ROOT}/Pipfile`;
    const text = '[[source]]\nurl = "https://deploy:secret@mirrors.aliyun.com/pypi/simple/"\nname = "pypi"\n';
    await start({ [uri]: text });
    const [refused] = await actionsAt(uri, text, 'mirrors.aliyun.com');
    assert.equal(refused?.title, 'Leave the mirror for pypi');
    assert.match(refused.disabled?.reason ?? '', /name or password/);
    assert.equal(refused.data, undefined);
  });

  it('are tried before they are offered: one that does not work says so', async () => {
    const uri = `${ROOT}/package.json`;
    const text =
      '{\n  "dependencies": { "ali-oss": "^6.0.0" },\n  "bundledDependencies": ["ali-oss", "@alicloud/credentials"]\n}\n';
    await start({ [uri]: text });
    const actions = await actionsAt(uri, text, 'ali-oss');
    const tried = actions.find(({ title }) => title === 'Replace by @azure/storage-blob');
    assert.match(tried?.disabled?.reason ?? '', /^It was tried and does not work here\. /);
    assert.equal(tried?.data, undefined);
  });

  it('in several files are to be confirmed in a preview', async () => {
    const main = `${ROOT}/main.tf`;
    const text =
      'provider "aws" {\n  region = var.region\n}\n\nresource "aws_instance" "a" {\n  availability_zone = "cn-north-1a"\n}\n';
    await start({
      [main]: text,
      [`${ROOT}/variables.tf`]: 'variable "region" {\n  default = "cn-north-1"\n}\n',
    });
    const [action] = await actionsAt(main, text, 'var.region');
    assert.equal(action?.isPreferred, true);
    const { edit } = await resolve(action);
    const [annotation] = Object.values(edit?.changeAnnotations ?? {});
    assert.deepEqual([annotation?.needsConfirmation, annotation?.label], [true, action.title]);
    const changes = (edit?.documentChanges ?? []) as TextDocumentEdit[];
    assert.deepEqual(changes.map(({ textDocument }) => textDocument.uri).sort(), [
      main,
      `${ROOT}/variables.tf`,
    ]);
    assert.ok(changes.every(({ edits }) => edits.every(each => 'annotationId' in each)));
  });

  it('of a whole file are one action, when the editor asks for such', async () => {
    await start({ [DOCKERFILE]: DOCKERFILE_TEXT });
    await editor.open(DOCKERFILE);
    for (const kind of ['source', 'source.fixAll', 'source.fixAll.vendorDiligence']) {
      const actions = await request(DOCKERFILE, WHOLE, [kind]);
      assert.deepEqual(
        actions.map(action => action.kind),
        ['source.fixAll.vendorDiligence'],
        kind,
      );
    }
    assert.deepEqual(await request(DOCKERFILE, WHOLE, ['source.organizeImports']), []);
    const [all] = await request(DOCKERFILE, WHOLE, ['source.fixAll']);
    assert.ok(all);
    assert.equal(
      applied(await resolve(all)),
      'FROM node:22\nARG NPM_CONFIG_REGISTRY\nRUN npm ci\nRUN pip install requests\n',
    );
  });

  it('of a whole file are offered beside the fix of one of them', async () => {
    await start({ [DOCKERFILE]: DOCKERFILE_TEXT });
    const titles = (await actionsAt(DOCKERFILE, DOCKERFILE_TEXT, 'mirrors.aliyun.com')).map(
      action => action.title,
    );
    assert.ok(titles.includes('Fix all in this file that have a drop-in replacement'), titles.join());
    assert.equal(titles[0], "Remove the mirror mirrors.aliyun.com: the tool's default applies");
  });

  it('come with their edits for an editor that does not ask again', async () => {
    await start(
      { [DOCKERFILE]: DOCKERFILE_TEXT },
      { capabilities: { workspace: { workspaceFolders: true }, textDocument: {} } },
    );
    const [action] = await actionsAt(DOCKERFILE, DOCKERFILE_TEXT, 'mirrors.aliyun.com');
    assert.deepEqual(
      action?.edit?.changes?.[DOCKERFILE]?.map(({ newText }) => newText),
      [''],
    );
  });

  it('that leave something to be run say so afterwards', async () => {
    const uri = `${ROOT}/package.json`;
    const text = '{\n  "dependencies": { "ali-oss": "^6.0.0" }\n}\n';
    await start({ [uri]: text });
    const [action] = await actionsAt(uri, text, 'ali-oss');
    const { command } = await resolve(action);
    assert.equal(command?.command, 'vendorDiligence.showNextStep');
    assert.deepEqual(command?.arguments, ['To finish, run: npm install']);
  });

  it('come before what silences, which is offered once for two findings on a line', async () => {
    const uri = `${ROOT}/package.json`;
    const text = '{\n  "dependencies": { "strapi-provider-upload-oss": "^3.1.0" }\n}\n';
    const lock = {
      lockfileVersion: 3,
      packages: {
        '': { dependencies: { 'strapi-provider-upload-oss': '^3.1.0' } },
        'node_modules/strapi-provider-upload-oss': {
          version: '3.1.0',
          dependencies: { 'ali-oss': '^6.0.0' },
        },
        'node_modules/ali-oss': { version: '6.21.0' },
      },
    };
    await start({ [uri]: text, [`${ROOT}/package-lock.json`]: JSON.stringify(lock) });
    const titles = (await actionsAt(uri, text, 'strapi')).map(({ title }) => title);
    const exception = 'Except flagged-vendor in this file by the ruleset';
    assert.equal(titles.indexOf(exception), titles.length - 1, titles.join('\n'));
    assert.ok(titles.length > 1);
  });

  it('make the ruleset file when an exception is wanted', async () => {
    const uri = `${ROOT}/package.json`;
    const text = '{\n  "dependencies": { "ali-oss": "^6.0.0" }\n}\n';
    await start({ [uri]: text });
    const exception = (await actionsAt(uri, text, 'ali-oss')).find(({ title }) => title.startsWith('Except'));
    const { edit } = await resolve(exception);
    assert.deepEqual(edit?.documentChanges?.[0], {
      kind: 'create',
      uri: `${ROOT}/.vendor-diligence.jsonc`,
      options: { ignoreIfExists: true },
    });
  });

  it('put the cursor where the reason of a comment belongs', async () => {
    await start({ [DOCKERFILE]: DOCKERFILE_TEXT });
    const ignore = (await actionsAt(DOCKERFILE, DOCKERFILE_TEXT, 'mirrors.aliyun.com')).find(({ title }) =>
      title.startsWith('Ignore'),
    );
    const { edit, command } = await resolve(ignore);
    const [change] = (edit?.documentChanges ?? []) as TextDocumentEdit[];
    assert.deepEqual(change?.edits, [
      {
        range: { start: { line: 4, character: 0 }, end: { line: 4, character: 0 } },
        snippet: { kind: 'snippet', value: '# vendor-diligence-ignore-next-line flagged-mirror -- $1\n' },
      },
    ]);
    assert.equal(command, undefined);
  });

  it('open the ruleset where the reason of an exception belongs', async () => {
    const uri = `${ROOT}/package.json`;
    const policy = `${ROOT}/.vendor-diligence.jsonc`;
    const text = '{\n  "dependencies": { "ali-oss": "^6.0.0" }\n}\n';
    await start({ [uri]: text, [policy]: '{\n  "name": "Acme"\n}\n' });
    const exception = (await actionsAt(uri, text, 'ali-oss')).find(({ title }) => title.startsWith('Except'));
    const { edit, command } = await resolve(exception);
    assert.ok(edit);
    const after = applied({ edit }, '{\n  "name": "Acme"\n}\n');
    await editor.request('workspace/executeCommand', {
      command: command?.command ?? '',
      arguments: command?.arguments ?? [],
    });
    const [shown] = editor.shown;
    assert.equal(shown?.uri, policy);
    const document = TextDocument.create(policy, '', 1, after);
    const offset = document.offsetAt(shown?.selection?.start ?? WHOLE.start);
    assert.ok(after.slice(0, offset).endsWith('"reason": "'), after.slice(0, offset));
  });

  it('write plain text where the client knows no other', async () => {
    const workspaceEdit = { documentChanges: true };
    const codeAction = { dataSupport: true, resolveSupport: { properties: ['edit'] } };
    await start(
      { [DOCKERFILE]: DOCKERFILE_TEXT },
      {
        capabilities: { workspace: { workspaceFolders: true, workspaceEdit }, textDocument: { codeAction } },
      },
    );
    const ignore = (await actionsAt(DOCKERFILE, DOCKERFILE_TEXT, 'mirrors.aliyun.com')).find(({ title }) =>
      title.startsWith('Ignore'),
    );
    const { edit, command } = await resolve(ignore);
    const [change] = (edit?.documentChanges ?? []) as TextDocumentEdit[];
    assert.deepEqual(
      change?.edits.map(each => 'newText' in each && each.newText),
      ['# vendor-diligence-ignore-next-line flagged-mirror -- \n'],
    );
    assert.equal(command, undefined);
  });

  async function actionsAt(
    uri: string,
    text: string,
    token: string,
    length = token.length,
  ): Promise<CodeAction[]> {
    await editor.open(uri);
    await editor.diagnostics(uri);
    const document = TextDocument.create(uri, '', 1, text);
    const start = text.indexOf(token);
    assert.ok(start >= 0);
    const range = { start: document.positionAt(start), end: document.positionAt(start + length) };
    return request(uri, range);
  }

  async function request(uri: string, range: Range, only?: string[]): Promise<CodeAction[]> {
    const context = { diagnostics: [], ...(only ? { only } : {}) };
    return (
      (await editor.request<CodeAction[] | null>('textDocument/codeAction', {
        textDocument: { uri },
        range,
        context,
      })) ?? []
    );
  }

  async function resolve(action: CodeAction | undefined): Promise<CodeAction> {
    assert.ok(action);
    return editor.request<CodeAction>('codeAction/resolve', action);
  }

  function applied({ edit }: Pick<CodeAction, 'edit'>, before = DOCKERFILE_TEXT): string {
    const [change] = (edit?.documentChanges ?? []) as TextDocumentEdit[];
    assert.ok(change);
    const document = TextDocument.create(change.textDocument.uri, '', 1, before);
    return TextDocument.applyEdits(
      document,
      change.edits.filter(each => 'newText' in each),
    );
  }
});
