// @ts-check
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * All checks and tests, in the order in which a mistake is cheapest to find. Every stage runs even if one before it
 * failed, unless it needs what that one makes. The last line is `N passed, N failed`.
 *
 * `npm test -- unit lint` runs only the named stages.
 */

/** @typedef {{ name: string, command: string[], needs?: string }} Stage */

/** @type {Stage[]} */
const STAGES = [
  { name: 'generate', command: ['npm', 'run', '--silent', 'generate'] },
  { name: 'types', command: ['npx', 'tsc', '-p', '.'], needs: 'generate' },
  { name: 'lint', command: ['npx', 'biome', 'ci', '--error-on-warnings', '.'] },
  { name: 'dead-code', command: ['npx', 'knip'], needs: 'generate' },
  { name: 'build', command: ['npm', 'run', '--silent', 'build'], needs: 'generate' },
  {
    name: 'unit',
    command: [
      'npx',
      'mocha',
      '--import=tsx',
      '--reporter',
      'test/support/counting-reporter.cjs',
      '--timeout',
      '20000',
      'test/**/*.test.ts',
    ],
    needs: 'generate',
  },
  { name: 'reproducible', command: ['npx', 'tsx', 'src/tools/build-check.ts'], needs: 'build' },
  { name: 'editor', command: ['npx', 'tsx', 'test/client/run.ts'], needs: 'build' },
  { name: 'web', command: ['npx', 'tsx', 'test/web/run.ts'], needs: 'build' },
  { name: 'pictures', command: ['npx', 'tsx', 'test/client/screenshots.ts'], needs: 'build' },
];

const wanted = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'vendor-diligence-test-'));
const totals = { passed: 0, failed: 0 };
/** @type {Set<string>} */
const failedStages = new Set();

for (const stage of STAGES) {
  if (wanted.length > 0 && !wanted.includes(stage.name)) continue;
  if (stage.needs && failedStages.has(stage.needs)) {
    failedStages.add(stage.name);
    totals.failed++;
    console.log(`\n✖ ${stage.name}: not run, because ${stage.needs} failed`);
    continue;
  }
  run(stage);
}
rmSync(folder, { recursive: true, force: true });
console.log(`\n${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed === 0 ? 0 : 1;

/** A stage counts as one check, or as the tests that it says it ran. @param {Stage} stage */
function run(stage) {
  const stats = join(folder, stage.name);
  const started = Date.now();
  console.log(`\n── ${stage.name}`);
  const [program = '', ...rest] = stage.command;
  const { status } = spawnSync(program, rest, {
    stdio: 'inherit',
    env: { ...process.env, TEST_COUNTS_FILE: stats },
  });
  const counts = readCounts(stats);
  if (status !== 0) failedStages.add(stage.name);
  totals.passed += counts.passed + (counts.ran || status !== 0 ? 0 : 1);
  totals.failed += counts.failed + (status !== 0 && counts.failed === 0 ? 1 : 0);
  console.log(`${status === 0 ? '✔' : '✖'} ${stage.name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
}

/** Every test run of the stage appended a line. @param {string} file */
function readCounts(file) {
  const counts = { passed: 0, failed: 0, ran: false };
  if (!existsSync(file)) return counts;
  for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
    const { passed, failed } = JSON.parse(line);
    counts.passed += passed;
    counts.failed += failed;
    counts.ran = true;
  }
  return counts;
}
