import assert from 'node:assert/strict';
import type { CodeAction } from 'vscode-languageserver';
import { inventory, loadRulesets, type ScanResult, scan } from '../../src/engine/index.ts';
import { setTimeLimit } from '../../src/engine/time-limit.ts';
import { limitTimeOfFiles } from '../../src/node/time-limit.ts';
import { SCAN_WORKSPACE, type ScanSummary } from '../../src/protocol/requests.ts';
import { phrase } from '../../src/words/phrase.ts';
import { runCli } from '../cli/run-cli.ts';
import { temporaryTree } from '../node/temporary-tree.ts';
import { Conversation } from '../server/support/conversation.ts';
import { memoryTree, testClock } from '../support/disk-tree.ts';
import { ENDLESS, makeFixesSlow, makeSlow } from '../support/slow-format.ts';

const FLAGGED = 'OSS_ENDPOINT=oss-cn-hangzhou.aliyuncs.com\n';
const SLOW = `${FLAGGED}X=${ENDLESS}\n`;

/** Milliseconds that a file may take here. */
const BASE = 800;

describe('a file that would take hours', () => {
  let restore: () => void;
  beforeEach(() => {
    restore = makeSlow();
    limitTimeOfFiles({ base: BASE, perMillion: 0 });
  });
  afterEach(() => {
    restore();
    setTimeLimit(work => work());
  });

  it('is skipped and told; the files around it are read', async () => {
    const { findings, problems } = await scanTexts({ 'a/.env': FLAGGED, 'b/.env': SLOW, 'c/.env': FLAGGED });
    assert.deepEqual(
      findings.map(({ path }) => path),
      ['a/.env', 'c/.env'],
    );
    assert.deepEqual(problems, [
      {
        code: 'too-slow',
        path: 'b/.env',
        message: phrase('problem.too-slow', { milliseconds: BASE }),
      },
    ]);
  });

  it('is skipped among files that are read together', async () => {
    const { findings, problems } = await scanTexts({ '.env': FLAGGED, '.env.b': SLOW, '.env.c': FLAGGED });
    assert.deepEqual(new Set(findings.map(({ path }) => path)), new Set(['.env', '.env.c']));
    assert.deepEqual(
      problems.map(({ path, code }) => [path, code]),
      [['.env.b', 'too-slow']],
    );
  });

  it('is skipped in an inventory', async () => {
    const tree = memoryTree({ 'a/.env': FLAGGED, 'b/.env': SLOW });
    const { references, problems } = await inventory({ tree });
    assert.ok(references.some(({ path }) => path === 'a/.env'));
    assert.deepEqual(
      problems.map(({ path, code }) => [path, code]),
      [['b/.env', 'too-slow']],
    );
  });

  it('gives the command line its exit code for what is incomplete', async () => {
    const tree = temporaryTree();
    try {
      tree.write('.env', SLOW);
      const { exitCode, stdout } = await runCli(tree.root, ['scan']);
      assert.equal(exitCode, 3);
      assert.match(stdout, /\.env.*\n?.*Took longer than 800 ms; skipped/);
    } finally {
      tree.remove();
    }
  });

  it('holds no editor: other files are checked, edits go on, a scan ends', async () => {
    const folder = 'file:///projects/shop';
    const [slow, other] = [`${folder}/b/.env`, `${folder}/a/.env`];
    const editor = await Conversation.start({ folders: [folder], files: { [slow]: SLOW, [other]: FLAGGED } });
    try {
      await editor.open(slow);
      const [told] = await editor.diagnostics(slow);
      assert.equal(told?.code, 'too-slow');
      await editor.open(other);
      await editor.diagnostics(other);
      const scanning = editor.request<ScanSummary>(SCAN_WORKSPACE, {});
      await editor.change(slow, FLAGGED);
      const { problems } = await scanning;
      assert.ok(problems <= 1);
      await editor.diagnostics(slow, found => found.some(({ code }) => code !== 'too-slow'));
      assert.equal((await editor.request<ScanSummary>(SCAN_WORKSPACE, {})).problems, 0);
    } finally {
      await editor.end();
    }
  });
});

describe('a fix that would take hours to describe', () => {
  it('holds no light bulb, which says so', async () => {
    limitTimeOfFiles({ base: BASE, perMillion: 0 });
    const folder = 'file:///projects/shop';
    const uri = `${folder}/.env`;
    const editor = await Conversation.start({ folders: [folder], files: { [uri]: FLAGGED } });
    let restore = (): void => {};
    try {
      await editor.open(uri);
      const [first] = await editor.diagnostics(uri);
      restore = makeFixesSlow();
      const context = { diagnostics: [] };
      const params = { textDocument: { uri }, range: first?.range, context };
      const actions = await editor.request<CodeAction[]>('textDocument/codeAction', params);
      const reasons = actions.map(({ disabled }) => disabled?.reason);
      assert.match(reasons.join(), /Took longer than \d00 ms/);
    } finally {
      restore();
      setTimeLimit(work => work());
      await editor.end();
    }
  });
});

async function scanTexts(texts: Readonly<Record<string, string>>): Promise<ScanResult> {
  const { ruleset } = await loadRulesets([]);
  return scan({ tree: memoryTree(texts), ruleset, clock: testClock });
}
