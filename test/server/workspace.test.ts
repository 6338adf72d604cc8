import assert from 'node:assert/strict';
import { FileChangeType } from 'vscode-languageserver';
import { Conversation } from './support/conversation.ts';
import { FILES, FOLDER, MAIN, MAIN_TEXT, RULESET, VARIABLES, VARIABLES_TEXT } from './support/module.ts';

const OTHER = 'file:///projects/blog';
const OTHER_MAIN = `${OTHER}/main.tf`;
const REGION_ONLY = 'provider "aws" {\n  region = var.region\n}\n';

describe('a workspace', () => {
  let editor: Conversation;
  afterEach(() => editor.end());

  it('keeps several folders apart, each with its own ruleset file', async () => {
    editor = await Conversation.start({
      folders: [FOLDER, OTHER],
      files: {
        ...FILES,
        [OTHER_MAIN]: MAIN_TEXT,
        [`${OTHER}/.vendor-diligence.jsonc`]:
          '{ "rules": [{ "id": "flagged-vendor", "when": { "jurisdictions": ["CN"] }, "severity": "error" }] }',
      },
    });
    await editor.open(MAIN);
    await editor.open(OTHER_MAIN);
    assert.equal((await editor.diagnostics(MAIN))[0]?.severity, 2);
    assert.equal((await editor.diagnostics(OTHER_MAIN))[0]?.severity, 1);
    assert.ok(editor.current(OTHER_MAIN).every(({ code }) => code !== 'flagged-location'));
  });

  it('moves open documents when folders come and go', async () => {
    editor = await Conversation.start({
      folders: [FOLDER],
      files: { ...FILES, [OTHER_MAIN]: REGION_ONLY, [`${OTHER}/variables.tf`]: VARIABLES_TEXT },
    });
    await editor.open(OTHER_MAIN);
    await editor.open(MAIN);
    await editor.diagnostics(MAIN);
    assert.deepEqual(editor.current(OTHER_MAIN), []);
    const other = { uri: OTHER, name: 'blog' };
    await editor.notify('workspace/didChangeWorkspaceFolders', { event: { added: [other], removed: [] } });
    await editor.diagnostics(OTHER_MAIN);
    await editor.notify('workspace/didChangeWorkspaceFolders', { event: { added: [], removed: [other] } });
    await editor.diagnostics(OTHER_MAIN, diagnostics => diagnostics.length === 0);
  });

  it('checks a document of no folder alone, and one that was never saved by its language', async () => {
    editor = await Conversation.start({ files: FILES });
    await editor.open(MAIN);
    const codes = (await editor.diagnostics(MAIN)).map(({ code }) => code);
    assert.ok(codes.includes('flagged-vendor') && !codes.includes('flagged-location'));
    const untitled = 'untitled:Untitled-1';
    await editor.open(untitled, MAIN_TEXT, 'terraform');
    await editor.diagnostics(untitled);
    await editor.close(untitled);
    await editor.diagnostics(untitled, diagnostics => diagnostics.length === 0);
  });

  it('reads a file anew that changed, appeared or vanished on disk', async () => {
    editor = await Conversation.start({ folders: [FOLDER], files: { [MAIN]: REGION_ONLY } });
    const tell = (uri: string, type: FileChangeType) =>
      editor.notify('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] });
    await editor.open(MAIN);
    editor.disk.write(VARIABLES, VARIABLES_TEXT);
    await tell(VARIABLES, FileChangeType.Created);
    await editor.diagnostics(MAIN);
    editor.disk.write(VARIABLES, VARIABLES_TEXT.replace('cn-north-1', 'us-east-1'));
    await tell(VARIABLES, FileChangeType.Changed);
    await editor.diagnostics(MAIN, diagnostics => diagnostics.length === 0);
    editor.disk.write(VARIABLES, VARIABLES_TEXT);
    await tell(VARIABLES, FileChangeType.Changed);
    await editor.diagnostics(MAIN);
    editor.disk.remove(VARIABLES);
    await tell(VARIABLES, FileChangeType.Deleted);
    await editor.diagnostics(MAIN, diagnostics => diagnostics.length === 0);
  });

  it('leaves the ruleset file of a workspace alone until it is trusted', async () => {
    editor = await Conversation.start({
      folders: [FOLDER],
      trusted: false,
      files: {
        ...FILES,
        [RULESET]:
          '{ "rules": [{ "id": "flagged-vendor", "when": { "jurisdictions": ["CN"] }, "severity": "off" }] }',
      },
    });
    await editor.open(MAIN);
    await editor.diagnostics(MAIN, all => all.some(({ code }) => code === 'flagged-vendor'));
    await editor.notify('vendorDiligence/trustGranted');
    await editor.diagnostics(MAIN, all => all.every(({ code }) => code !== 'flagged-vendor'));
  });

  it('follows the settings', async () => {
    editor = await Conversation.start({ folders: [FOLDER], files: FILES });
    const change = async (settings: Record<string, unknown>) => {
      editor.settings = settings;
      await editor.notify('workspace/didChangeConfiguration', { settings: null });
    };
    await editor.open(MAIN);
    await editor.diagnostics(MAIN, all => all.some(({ severity }) => severity === 4));
    await change({ occurrences: 'off' });
    await editor.diagnostics(MAIN, all => all.every(({ severity }) => severity === 2));
    await change({ occurrences: 'same', audience: ['us-defense-contractor'] });
    await editor.diagnostics(MAIN, all => all.some(({ severity }) => severity === 1));
    await change({ enable: false });
    await editor.diagnostics(MAIN, diagnostics => diagnostics.length === 0);
    await change({ enable: 'perhaps', occurrences: 7 });
    await editor.diagnostics(MAIN);
  });

  it('serves a client that can do little', async () => {
    editor = await Conversation.start({ folders: [FOLDER], files: FILES, capabilities: {} });
    await editor.open(MAIN);
    const diagnostics = await editor.diagnostics(MAIN);
    assert.ok(diagnostics.every(each => !each.relatedInformation && !each.codeDescription));
    const location = diagnostics.find(({ code }) => code === 'flagged-location');
    const actions = location ? await editor.codeActions(MAIN, location.range) : [];
    const change = actions?.find(({ title }) => title.startsWith('Change region'));
    assert.deepEqual(Object.keys(change?.edit?.changes ?? {}), [VARIABLES]);
  });
});
