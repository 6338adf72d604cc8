import { appendFileSync } from 'node:fs';
import Mocha from 'mocha';

const SUITES: Readonly<Record<string, () => Promise<unknown>>> = {
  activation: () => import('./activation.suite.ts'),
  changes: () => import('./changes.suite.ts'),
  findings: () => import('./findings.suite.ts'),
  fixes: () => import('./fixes.suite.ts'),
  folder: () => import('./folder.suite.ts'),
  large: () => import('./large.suite.ts'),
  'multi-root': () => import('./multi-root.suite.ts'),
  recovery: () => import('./recovery.suite.ts'),
  reports: () => import('./reports.suite.ts'),
  ruleset: () => import('./ruleset.suite.ts'),
  untrusted: () => import('./untrusted.suite.ts'),
};

/**
 * What the extension host runs. Environment: SUITE = a name of the table; TEST_COUNTS_FILE = the file that
 * `test/run.mjs` reads counts from.
 */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', color: true, timeout: 60_000 });
  // Makes `describe` and `it` known: the suites are in this bundle, so that Mocha loads no files.
  mocha.suite.emit(Mocha.Suite.constants.EVENT_FILE_PRE_REQUIRE, globalThis, '', mocha);
  await SUITES[process.env.SUITE ?? '']?.();
  const failed = await new Promise<number>(resolve => {
    const runner = mocha.run(resolve);
    runner.once('end', () => report(runner.stats));
  });
  if (failed > 0 || mocha.suite.total() === 0) throw new Error(`${failed} tests failed`);
}

function report(stats: Mocha.Stats | undefined): void {
  const file = process.env.TEST_COUNTS_FILE;
  if (!file || !stats) return;
  appendFileSync(file, `${JSON.stringify({ passed: stats.passes, failed: stats.failures })}\n`);
}
