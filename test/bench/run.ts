import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { rgPath } from '@vscode/ripgrep-universal';
import { type AnchorGroup, reduceAnchors } from '../../src/catalog/anchors.ts';
import { groups } from '../../src/catalog/generated/anchors.ts';
import { wantedAnchors } from '../../src/engine/anchors.ts';
import { loadRulesets } from '../../src/engine/policy/rulesets.ts';
import { FORMATS } from '../../src/formats/index.ts';
import { groupBy } from '../../src/text/group-by.ts';
import { packageExtension } from '../../src/tools/pack.ts';
import { generateTree } from './generate-tree.ts';
import { benchKeystrokes } from './keystrokes.ts';
import { type Command, type Measurement, measureInTurn } from './measure.ts';
import { benchParsers } from './parsers.ts';
import { Score } from './score.ts';

/**
 * `npm run bench`: prints ratios against public tools, measured in turn in one run, and at its end every figure beside
 * what is to be reached. It fails nothing. `npm run bench -- <tree>…` measures scans of those trees alone.
 */
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);
const cli = resolve('dist/npm/vendor-diligence.mjs');
const folder = mkdtempSync(join(tmpdir(), 'vendor-diligence-bench-'));
// Compiled code is kept from run to run: what was scanned before a bench must not change it.
process.env.XDG_CACHE_HOME = join(folder, 'cache');
const anchorFile = join(folder, 'anchors.txt');
writeFileSync(anchorFile, `${patternsOf(groups).join('\n')}\n`);
/** What a scan without a ruleset of its own searches for, by vendor. */
const wanted = groupBy(await wantedAnchors((await loadRulesets([])).ruleset), ({ vendor }) => vendor);

async function main(): Promise<void> {
  const score = new Score();
  try {
    print(`Node ${process.versions.node}, medians of ${ROUNDS} runs in turn\n`);
    const given = process.argv.slice(2);
    for (const tree of given) benchTree(resolve(tree), tree);
    if (given.length === 0) await benchAll(score);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function benchAll(score: Score): Promise<void> {
  benchStartUp(score);
  const small = benchGenerated('6,000 files, few hits', { files: 6000, hitEvery: 499 });
  const large = benchGenerated('60,000 files, few hits', { files: 60_000, hitEvery: 499 });
  score.note('fewHits', large.own.wall / large.names.wall);
  score.note('fewHitsWhole', large.own.wall / large.whole.wall);
  score.note('astGrep', large.astGrep.wall / large.own.wall);
  score.note('tenfoldTree', large.own.wall / small.own.wall);
  const many = benchGenerated('60,000 files, every third claimed file has a hit', {
    files: 60_000,
    hitEvery: 3,
  });
  score.note('manyHits', many.own.wall / many.names.wall);
  if (large.own.memory !== undefined && many.own.memory !== undefined)
    score.note('memory', Math.max(large.own.memory, many.own.memory) / 1e6);
  await benchKeystrokes(print, score);
  await benchParsers(print);
  score.note('vsix', statSync(packageExtension(folder)).size / 1e6);
  print(`All figures, and which of the two aims they reach\n${score.table()}`);
  print('  activation in the extension host: printed by `npm test -- build editor`\n');
}

function benchGenerated(title: string, options: Parameters<typeof generateTree>[1]): TreeMeasurements {
  const root = join(folder, `tree-${options.files}-${options.hitEvery}`);
  const { claimed, hits } = generateTree(root, options);
  spawnSync('git', ['init', '-q'], { cwd: root });
  spawnSync('git', ['add', '-A'], { cwd: root });
  const measured = benchTree(root, `${title} (${claimed} claimed, ${hits} with hits)`);
  rmSync(root, { recursive: true, force: true });
  return measured;
}

interface TreeMeasurements {
  readonly own: Measurement;
  /** ripgrep on the names that formats claim, and on all. */
  readonly names: Measurement;
  readonly whole: Measurement;
  readonly astGrep: Measurement;
}

/** The command line against ripgrep with all anchors of the catalog, and against ast-grep with rules of the same aim. */
function benchTree(root: string, title: string): TreeMeasurements {
  const scan: Command = {
    name: 'vendor-diligence scan',
    program: process.execPath,
    arguments: [cli, 'scan', '--format', 'json', root],
  };
  const [own, names, whole] = measureInTurn([scan, ripgrep(root, true), ripgrep(root, false)], ROUNDS);
  const [, astGrep] = measureInTurn([scan, astGrepScan(root)], 1);
  if (!own || !names || !whole || !astGrep) throw new Error('nothing was measured');
  print(`${title}\n`);
  row(own);
  row(names, `${ratio(own, names)} × ripgrep on the same file names`);
  row(whole, `${ratio(own, whole)} × ripgrep on the whole tree`);
  row(astGrep, `${ratio(astGrep, own)} times faster than ast-grep`);
  print(`  ${sameCounts(scan)}\n`);
  return { own, names, whole, astGrep };
}

/** A bench that got faster by finding less is no bench: it prints what was found. */
function sameCounts({ program, arguments: list }: Command): string {
  const { stdout } = spawnSync(program, [...list], { encoding: 'utf8', maxBuffer: 1 << 30 });
  const report = JSON.parse(stdout);
  const { files, references } = report.stats;
  return `found ${report.findings.length} findings, ${report.problems.length} problems; files ${JSON.stringify(files)}; references ${JSON.stringify(references)}`;
}

function benchStartUp(score: Score): void {
  const root = join(folder, 'small');
  generateTree(root, { files: 500, hitEvery: 25 });
  const commands: Command[] = [
    { name: 'vendor-diligence scan, 500 files', program: process.execPath, arguments: [cli, 'scan', root] },
    { name: 'vendor-diligence --version', program: process.execPath, arguments: [cli, '--version'] },
    { name: 'node -e 0', program: process.execPath, arguments: ['-e', '0'] },
  ];
  const [scan, version, node] = measureInTurn(commands, ROUNDS);
  if (!scan || !version || !node) throw new Error('nothing was measured');
  score.note('startUp', scan.wall / node.wall);
  print('Start-up\n');
  row(scan, `${ratio(scan, node)} × node -e 0`);
  row(version, `${ratio(version, node)} × node -e 0`);
  row(node);
}

function ripgrep(root: string, claimedNamesOnly: boolean): Command {
  const globs = claimedNamesOnly
    ? FORMATS.filter(format => !format.hasAnyName).flatMap(({ files }) => files.flatMap(name => ['-g', name]))
    : [];
  const name = claimedNamesOnly ? 'rg -F -i -l -f anchors -g <claimed names>' : 'rg -F -i -l -f anchors';
  return {
    name,
    program: rgPath,
    arguments: ['-F', '-i', '-l', '--hidden', '--no-messages', '-f', anchorFile, ...globs, root],
  };
}

/**
 * A rule for each flagged vendor and language, as the message of a rule names one vendor: any of the vendor's anchors in a
 * string. The languages are those that both can read.
 */
function astGrepScan(root: string): Command {
  const rules = Object.entries(LITERAL).flatMap(([language, kind]) =>
    [...wanted].map(([vendor, ofVendor]) =>
      JSON.stringify({
        id: `${language}-${vendor}`,
        language,
        message: vendor,
        rule: { kind, regex: `(?i)${patternsOf(ofVendor).map(escapeForRegex).join('|')}` },
      }),
    ),
  );
  const file = join(folder, 'ast-grep.yml');
  // JSON is YAML: https://yaml.org/spec/1.2.2/#12-yaml-history
  writeFileSync(file, rules.join('\n---\n'));
  return {
    name: `ast-grep scan, ${rules.length} rules`,
    program: resolve('node_modules/.bin/ast-grep'),
    arguments: ['scan', '--json=stream', '--rule', file, root],
  };
}

/** A line feed inside an anchor would make two patterns of it. */
function patternsOf(groups: readonly AnchorGroup[]): string[] {
  return reduceAnchors(groups.flatMap(({ texts }) => texts)).filter(text => !/[\r\n]/.test(text));
}

/** In the syntax of https://docs.rs/regex: what stands for itself behind a backslash. */
function escapeForRegex(text: string): string {
  return text.replace(/[\\.+*?()|[\]{}^$#&~-]/g, '\\$&');
}

/** The node of a string in each grammar. */
const LITERAL: Readonly<Record<string, string>> = {
  hcl: 'template_literal',
  yaml: 'string_scalar',
  json: 'string_content',
};

function row({ name, wall, cpu, memory }: Measurement, note = ''): void {
  const work = cpu === undefined ? '' : `${cpu.toFixed(0)} ms cpu`;
  const size = memory === undefined ? '' : `${(memory / 1e6).toFixed(0)} MB`;
  print(
    `  ${name.padEnd(46)} ${wall.toFixed(0).padStart(7)} ms ${work.padStart(12)} ${size.padStart(7)}   ${note}\n`,
  );
}

/** Of wall times; of processor times behind it, which a busy machine changes less. */
function ratio(a: Measurement, b: Measurement): string {
  const wall = (a.wall / b.wall).toFixed(2);
  return a.cpu === undefined || !b.cpu ? wall : `${wall} (processor time: ${(a.cpu / b.cpu).toFixed(2)})`;
}

function print(text: string): void {
  process.stdout.write(text);
}

await main();
