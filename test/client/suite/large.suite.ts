import assert from 'node:assert/strict';
import { commands } from 'vscode';
import type { ExtensionApi } from '../../../src/client/extension.ts';
import type { ScanSummary } from '../../../src/protocol/requests.ts';
import { extension, poll } from './support.ts';

/** What the folder holds; see `run.ts`. */
const FINDINGS = 20_000;

describe('a workspace with 20,000 findings', () => {
  let view: ExtensionApi['findings'];

  before(async () => {
    view = ((await extension().activate()) as ExtensionApi).findings;
  });

  it('is scanned, and its findings are listed at once', async function () {
    this.timeout(180_000);
    const scanned = await timed('scan', () =>
      commands.executeCommand<ScanSummary>('vendorDiligence.scanWorkspace'),
    );
    assert.equal(scanned.findings.warning, FINDINGS);
    const groups = await timed('first groups', () =>
      poll('groups', async () => some(await view.getChildren())),
    );
    const [group] = groups;
    const page = await timed('first page', async () => view.getChildren(group));
    assert.equal(page.length, 201);
    await commands.executeCommand('vendorDiligence.groupByFile');
    const files = await timed('by file', async () => view.getChildren());
    assert.equal(files.length, 201);
    await timed('view shown', () => commands.executeCommand('vendorDiligence.findings.focus'));
    console.log(`      extension host: ${megabytes(process.memoryUsage().rss)} MB`);
    await commands.executeCommand('vendorDiligence.groupByVendor');
  });

  it('has a report that opens', async function () {
    this.timeout(180_000);
    await timed('report', () => commands.executeCommand('vendorDiligence.showReport'));
  });
});

function some<Node>(nodes: readonly Node[]): readonly Node[] | undefined {
  return nodes.length > 0 ? nodes : undefined;
}

async function timed<Answer>(what: string, run: () => Thenable<Answer>): Promise<Answer> {
  const started = performance.now();
  const answer = await run();
  console.log(`      ${what}: ${Math.round(performance.now() - started)} ms`);
  return answer;
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1024 / 1024);
}
