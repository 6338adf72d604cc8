import assert from 'node:assert/strict';
import { type Diagnostic, DiagnosticSeverity, FileChangeType } from 'vscode-languageserver';
import { Conversation } from './support/conversation.ts';
import { FILES, FOLDER, MAIN, RULESET, rangeIn } from './support/module.ts';

const STRICT = `{
  // Every vendor that is run from there is an error for us.
  "rules": [{ "id": "ours", "when": { "jurisdictions": ["CN"] }, "severity": "error" }]
}
`;
const BROKEN = STRICT.replace('"severity"', '"severty"');

function isError({ severity }: Diagnostic): boolean {
  return severity === DiagnosticSeverity.Error;
}

describe('a ruleset file', () => {
  let editor: Conversation;
  afterEach(() => editor.end());

  async function start(ruleset: string): Promise<void> {
    editor = await Conversation.start({ folders: [FOLDER], files: { ...FILES, [RULESET]: ruleset } });
    await editor.open(MAIN);
  }

  const hasOwnRule = () => editor.current(MAIN).some(({ code }) => code === 'ours');

  it('that is not valid says so where it is wrong, and the last good one stays in force', async () => {
    await start(STRICT);
    await editor.until(hasOwnRule);
    await editor.open(RULESET);
    await editor.change(RULESET, BROKEN);
    const [mistake] = await editor.diagnostics(RULESET, diagnostics => diagnostics.some(isError));
    assert.equal(mistake?.range.start.line, rangeIn(BROKEN, '"severty"').start.line);
    await editor.until(() => editor.statuses.at(-1)?.rulesetProblems.length === 1);
    assert.ok(hasOwnRule());
    await editor.change(RULESET, STRICT);
    await editor.diagnostics(RULESET, diagnostics => !diagnostics.some(isError));
    await editor.until(() => editor.statuses.at(-1)?.rulesetProblems.length === 0);
  });

  it('that was never valid leaves the bundled ruleset in force', async () => {
    await start('{ "rules": [ ');
    await editor.diagnostics(RULESET);
    await editor.diagnostics(MAIN, all => all.some(({ code }) => code === 'flagged-vendor'));
  });

  it('counts as soon as it is saved, and no longer when it is deleted', async () => {
    editor = await Conversation.start({ folders: [FOLDER], files: FILES });
    await editor.open(MAIN);
    await editor.diagnostics(MAIN);
    editor.disk.write(RULESET, STRICT);
    await editor.notify('workspace/didChangeWatchedFiles', {
      changes: [{ uri: RULESET, type: FileChangeType.Created }],
    });
    await editor.until(hasOwnRule);
    editor.disk.remove(RULESET);
    await editor.notify('workspace/didChangeWatchedFiles', {
      changes: [{ uri: RULESET, type: FileChangeType.Deleted }],
    });
    await editor.until(() => !hasOwnRule());
  });

  it('of the settings is in force too; one that is missing is told in the status', async () => {
    const policy = 'file:///policies/team.jsonc';
    editor = await Conversation.start({
      folders: [FOLDER],
      files: { ...FILES, [policy]: STRICT },
      settings: { rulesets: ['vendor-diligence:baseline', '/policies/team.jsonc', '/policies/gone.jsonc'] },
    });
    await editor.open(MAIN);
    await editor.until(hasOwnRule);
    await editor.until(
      () => editor.statuses.at(-1)?.rulesetProblems.some(each => each.includes('gone.jsonc')) ?? false,
    );
  });
});
