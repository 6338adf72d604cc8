import assert from 'node:assert/strict';
import type { CodeAction } from 'vscode-languageserver';
import { Conversation } from './support/conversation.ts';
import { FOLDER, MAIN, rangeIn, VARIABLES } from './support/module.ts';

const OUTPUTS = `${FOLDER}/outputs.tf`;
const MAIN_TEXT = `provider "alicloud" {
  region = var.region
}

resource "alicloud_vpc" "main" {
  vpc_name = "shop"
}
`;
const FILES = {
  [MAIN]: MAIN_TEXT,
  [VARIABLES]: 'variable "region" {\n  default = "cn-hangzhou"\n}\n',
  [OUTPUTS]: 'output "network" {\n  value = alicloud_vpc.main.id\n}\n',
};

describe('a migration in the editor', () => {
  let editor: Conversation;
  beforeEach(async () => {
    editor = await Conversation.start({ files: FILES, folders: [FOLDER] });
  });
  afterEach(() => editor.end());

  it('stands among the quick fixes of the provider, the preferred target first', async () => {
    await editor.open(MAIN);
    const range = rangeIn(MAIN_TEXT, 'alicloud');
    const actions = (await editor.codeActions(MAIN, range, editor.current(MAIN))) ?? [];
    const offered = actions.filter(({ title }) => title.startsWith('Migrate to'));
    assert.deepEqual(
      offered.map(({ title, isPreferred = false }) => [title, isPreferred]),
      [
        ['Migrate to Amazon Web Services', true],
        ['Migrate to Microsoft Azure', false],
        ['Migrate to Google Cloud', false],
      ],
    );
  });

  it('is one edit of all files, to be confirmed in a preview, with what is left to do', async () => {
    await editor.open(MAIN);
    const range = rangeIn(MAIN_TEXT, 'alicloud');
    const actions = (await editor.codeActions(MAIN, range, editor.current(MAIN))) ?? [];
    const action = actions.find(({ title }) => title === 'Migrate to Amazon Web Services');
    const { edit, command } = await editor.request<CodeAction>('codeAction/resolve', action ?? {});
    const changed = (edit?.documentChanges ?? []).flatMap(change =>
      'edits' in change ? [change.textDocument.uri] : [],
    );
    assert.deepEqual(changed.sort(), [MAIN, OUTPUTS, VARIABLES]);
    const [annotation] = Object.values(edit?.changeAnnotations ?? {});
    assert.equal(annotation?.needsConfirmation, true);
    assert.match(annotation.description ?? '', /^1 of 1 resources and data sources/);
    assert.match(String(command?.arguments?.[0]), /terraform state rm alicloud_vpc.main/);
  });
});
