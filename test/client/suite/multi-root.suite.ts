import assert from 'node:assert/strict';
import { DiagnosticSeverity } from 'vscode';
import { diagnostics, fileIn, open } from './support.ts';

describe('a workspace of several folders', () => {
  it('has a policy per folder', async () => {
    const shop = await open(fileIn(0, 'main.tf'));
    const blog = await open(fileIn(1, 'main.tf'));
    assert.equal((await diagnostics(shop.uri))[0]?.severity, DiagnosticSeverity.Warning);
    assert.equal((await diagnostics(blog.uri))[0]?.severity, DiagnosticSeverity.Information);
  });
});
