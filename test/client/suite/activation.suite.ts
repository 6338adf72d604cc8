import assert from 'node:assert/strict';
import { commands } from 'vscode';
import { extension } from './support.ts';

describe('a workspace without anything to read', () => {
  it('does not start the extension, and starting it takes a moment only', async () => {
    assert.equal(extension().isActive, false);
    const started = performance.now();
    await extension().activate();
    const milliseconds = Math.round(performance.now() - started);
    console.log(`      activation: ${milliseconds} ms`);
    assert.ok(milliseconds < 1000);
    const all = await commands.getCommands(true);
    for (const { command } of extension().packageJSON.contributes.commands)
      assert.ok(all.includes(command), command);
  });
});
