import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TemporaryTree, temporaryTree } from '../node/temporary-tree.ts';
import { root, snippetOf } from './page.ts';
import { environmentWithProgram } from './program.ts';

const PAGE = 'docs/editors.md';

/** Waits for diagnostics, asks for a hover and for code actions, and says in three lines what came. */
const ASK = `
local function report(name, value) io.stdout:write(name, ' ', tostring(value), '\\n') end
vim.cmd('edit main.tf')
local came = vim.wait(60000, function() return #vim.diagnostic.get(0) > 0 end, 50)
report('diagnostics', came and vim.diagnostic.get(0)[1].message)
local place = {
  textDocument = vim.lsp.util.make_text_document_params(),
  position = { line = 0, character = 12 },
  range = { start = { line = 0, character = 12 }, ['end'] = { line = 0, character = 12 } },
  context = { diagnostics = {} },
}
for _, method in ipairs({ 'textDocument/hover', 'textDocument/codeAction' }) do
  local answers = vim.lsp.buf_request_sync(0, method, place, 20000) or {}
  for _, answer in pairs(answers) do
    local result = answer.result or {}
    report(method, result.contents and result.contents.value:gsub('\\n.*', '') or #result)
  end
end
vim.cmd('qa!')
`;

describe(PAGE, function () {
  this.timeout(120_000);
  let tree: TemporaryTree;
  let environment: NodeJS.ProcessEnv;

  before(() => {
    tree = temporaryTree();
    environment = environmentWithProgram(tree, 'vendor-diligence');
    tree.git('', 'init', '-b', 'main');
    tree.write('main.tf', 'provider "alicloud" {\n  region = "cn-hangzhou"\n}\n');
    tree.write('init.lua', snippetOf(PAGE, 'init.lua, Neovim 0.7'));
    tree.write('ask.lua', ASK);
  });
  after(() => tree.remove());

  it('Neovim before 0.11 gets diagnostics, hovers and code actions', function () {
    const version = spawnSync('nvim', ['--version'], { encoding: 'utf8' }).stdout ?? '';
    if (!/^NVIM v0\.([789]|10)\./.test(version)) return this.skip();
    const { stdout, stderr } = spawnSync('nvim', ['--headless', '-u', 'init.lua', '-c', 'luafile ask.lua'], {
      cwd: tree.root,
      env: { ...environment, XDG_STATE_HOME: join(tree.root, 'state') },
      encoding: 'utf8',
      timeout: 100_000,
    });
    const said = `${stdout}\n${stderr}`;
    assert.match(said, /^diagnostics .*Alibaba Cloud/m, said);
    assert.match(said, /^textDocument\/hover .*Alibaba Cloud/m, said);
    assert.match(said, /^textDocument\/codeAction [1-9]/m, said);
  });

  it('every editor is told the same command, which the program has', () => {
    const page = readFileSync(join(root, PAGE), 'utf8');
    assert.equal(page.match(/lsp["'], ?["']--stdio|lsp" "--stdio/g)?.length, 5);
    const help = spawnSync('vendor-diligence', ['lsp', '--help'], { env: environment, encoding: 'utf8' });
    assert.match(help.stdout, /--stdio/);
  });
});
