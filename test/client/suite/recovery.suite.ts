import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { commands, type TextDocument, window } from 'vscode';
import { commandId } from '../../../src/protocol/commands.ts';
import { closeAllEditors, diagnostics, fileIn, open, ours, poll } from './support.ts';

/**
 * The process of the server, which the extension host has started
 * (https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html).
 */
function serverProcess(): number | undefined {
  const started = readdirSync('/proc').filter(name => /^\d+$/.test(name) && parentOf(name) === process.pid);
  const server = started.find(id => readProcess(id, 'cmdline').includes('server.mjs'));
  return server === undefined ? undefined : Number(server);
}

function parentOf(id: string): number {
  // Behind the name in brackets, which can hold anything.
  const [, parent] = readProcess(id, 'stat')
    .replace(/^.*\) /s, '')
    .split(' ');
  return Number(parent);
}

/** Empty when the process has ended meanwhile. */
function readProcess(id: string, file: 'stat' | 'cmdline'): string {
  try {
    return readFileSync(`/proc/${id}/${file}`, 'utf8');
  } catch {
    return '';
  }
}

/** Ends the server's process from outside, and waits until it is noticed. */
async function killServer(document: TextDocument): Promise<void> {
  process.kill(await poll('a server', serverProcess), 'SIGKILL');
  await poll('no findings', () => ours(document.uri).length === 0);
}

describe('a server that is killed', () => {
  const told: string[] = [];
  const { showWarningMessage, showErrorMessage } = window;
  before(function () {
    // In a desktop editor elsewhere than on Linux nothing tells which process is the server's.
    if (!existsSync('/proc/self/stat')) this.skip();
    const tell = async (message: string): Promise<undefined> => void told.push(message);
    Object.assign(window, { showWarningMessage: tell, showErrorMessage: tell });
  });
  after(() => {
    Object.assign(window, { showWarningMessage, showErrorMessage });
  });
  afterEach(closeAllEditors);

  it('is started again and finds the same; the user is told once', async () => {
    const document = await open(fileIn(0, 'main.tf'));
    const before = await diagnostics(document.uri);
    await killServer(document);
    const after = await diagnostics(document.uri, all => all.length >= before.length);
    assert.deepEqual(
      after.map(({ message }) => message),
      before.map(({ message }) => message),
    );
    await killServer(document);
    await diagnostics(document.uri);
    assert.equal(told.filter(message => message.includes('started again')).length, 1, told.join('\n'));
  });

  it('again and again is given up, which is told, and a command starts it', async () => {
    const document = await open(fileIn(0, 'main.tf'));
    const isGivenUp = () => told.some(message => message.includes('is not started again'));
    for (let deaths = 0; deaths < 10 && !isGivenUp(); deaths++) {
      await diagnostics(document.uri);
      await killServer(document);
      await poll('what comes of it', () => serverProcess() !== undefined || isGivenUp());
    }
    assert.ok(isGivenUp(), told.join('\n'));
    assert.equal(serverProcess(), undefined);
    await commands.executeCommand(commandId('restartServer'));
    await diagnostics(document.uri);
  });
});
