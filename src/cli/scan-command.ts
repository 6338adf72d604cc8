import packageJson from '../../package.json' with { type: 'json' };
import { flagsUnlisted, type ScanResult, settlingFixesOf } from '../engine/index.ts';
import type { Finding } from '../model/finding.ts';
import type { Audience, Severity } from '../model/vocabulary.ts';
import type { Shard } from '../node/shard.ts';
import { readSources } from '../node/sources.ts';
import { changeSummary } from '../report/changes/change-summary.ts';
import { fixOffers } from '../report/fix-offers.ts';
import { isForPeople, SCAN_REPORTERS } from '../report/index.ts';
import { ENGLISH, type Language } from '../report/language.ts';
import type { ScanReport } from '../report/report.ts';
import { NO_FACTS, pathsIn } from '../report/report-sources.ts';
import { makeSource, type Source } from '../text/source.ts';
import { markBaseline } from './baseline-file.ts';
import { type ChangeOptions, scanScope } from './change-scan.ts';
import type { Environment } from './command.ts';
import { type ExitCode, exitCodeOf } from './exit-code.ts';
import { type OutputOptions, presentationFor, writeReport } from './output.ts';
import { createProgressLine } from './progress-line.ts';
import { type CommandPolicy, loadPolicy } from './rulesets.ts';
import { type LanguageOption, spokenLanguage } from './spoken-language.ts';
import type { Streams } from './streams.ts';
import { openTargets } from './targets.ts';

/** The options of `scan`, checked by the command line's parser. */
export interface ScanCommandOptions extends OutputOptions, ChangeOptions, LanguageOption {
  readonly ruleset?: readonly string[];
  readonly audience?: readonly Audience[];
  readonly format: keyof typeof SCAN_REPORTERS;
  readonly failOn: Severity;
  readonly baseline?: string;
  readonly shard?: Shard;
}

/** Scans, reports, and says by the exit code what came out. */
export async function scanCommand(
  paths: readonly string[],
  options: ScanCommandOptions,
  streams: Streams,
  environment: Environment,
): Promise<ExitCode> {
  const { tree: disk, targets } = openTargets(paths, environment, options.shard);
  const policy = await loadPolicy(options.ruleset ?? [], options.audience ?? [], targets, environment);
  const { ruleset, isWhole } = policy;
  const { clock } = environment;
  const spoken = await spokenLanguage(options, environment);
  const progress = createProgressLine(streams.stderr, spoken);
  const asked = { tree: disk, ruleset, clock, isWhole, progress: progress.update };
  const scope = await scanScope(options, targets, asked);
  progress.clear();
  const { tree, change } = scope;
  const result = { ...scope.result, problems: [...policy.problems, ...scope.result.problems] };
  const { catalog, problems, stats } = result;
  if (flagsUnlisted(ruleset)) streams.stderr.write(allReadNote(stats.files.parsed, spoken));
  const silenced = change ? change.silenced : result.findings.filter(finding => finding.suppression);
  const active = change
    ? [...change.changes.added, ...overridesIn(result)]
    : result.findings.filter(finding => !finding.suppression);
  const marked =
    options.baseline === undefined
      ? active
      : markBaseline(active, options.baseline, streams, spoken, environment);
  const findings = marked.filter(finding => !finding.suppression);
  const sources = new Map([...rulesetSources(policy), ...(await readSources(tree, pathsIn(result)))]);
  scope.close();
  const render = await SCAN_REPORTERS[options.format]();
  const language = reportLanguage(options, spoken);
  const facts = catalog ?? NO_FACTS;
  const report: ScanReport = {
    tool: { name: packageJson.name, version: packageJson.version },
    ruleset,
    facts,
    findings,
    suppressed: [...silenced, ...marked.filter(finding => finding.suppression)],
    problems,
    stats,
    ...(change ? { change: changeSummary(change, { facts }) } : {}),
    today: clock.today(),
    language,
    source: path => sources.get(path),
    fixesOf: finding =>
      catalog ? fixOffers(settlingFixesOf(finding, { ruleset, catalog, findings, sources }), language) : [],
  };
  const presentation = presentationFor(options, targets.pathPrefix, streams, environment);
  writeReport(render(report, presentation), options, streams, environment);
  return exitCodeOf(findings, problems, options.failOn);
}

/** Programs get the same words everywhere, unless somebody asks for others. */
function reportLanguage({ lang, format }: ScanCommandOptions, spoken: Language): Language {
  return lang === undefined && !isForPeople(format) ? ENGLISH : spoken;
}

/** A ruleset of approved names has its price; the statistics alone would not explain it. */
function allReadNote(files: number, language: Language): string {
  return `vendor-diligence: ${language.say('cli.all-read', { files: language.number(files) })}\n`;
}

/** An attempt to weaken the policy is told whatever a change is compared with. */
function overridesIn({ findings }: ScanResult): Finding[] {
  return findings.filter(finding => finding.kind === 'override');
}

/** The texts that findings about the policy are in: not all are files of the tree. */
function rulesetSources({ texts }: CommandPolicy): [string, Source][] {
  return [...texts].map(([path, text]) => [path, makeSource(path, text)]);
}
