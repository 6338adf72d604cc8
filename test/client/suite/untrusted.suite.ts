import assert from 'node:assert/strict';
import { DiagnosticSeverity, workspace } from 'vscode';
import { diagnostics, fileIn, open } from './support.ts';

describe('a workspace that is not trusted', () => {
  it('is checked, but cannot weaken the policy', async () => {
    assert.equal(workspace.isTrusted, false);
    const document = await open(fileIn(0, 'main.tf'));
    const [first] = await diagnostics(document.uri);
    assert.equal(first?.severity, DiagnosticSeverity.Warning);
  });
});
