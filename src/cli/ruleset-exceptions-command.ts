import { exceptionCovers, scan } from '../engine/index.ts';
import type { Finding } from '../model/finding.ts';
import type { EffectiveException } from '../model/ruleset.ts';
import type { Language } from '../report/language.ts';
import { neutralise } from '../text/neutralise.ts';
import { compareTexts } from '../text/ordered.ts';
import type { Environment } from './command.ts';
import { EXIT_CODE, type ExitCode } from './exit-code.ts';
import { loadPolicy } from './rulesets.ts';
import { type LanguageOption, spokenLanguage } from './spoken-language.ts';
import type { Streams } from './streams.ts';
import { openTargets } from './targets.ts';
import { tellProblems } from './tell-problems.ts';

/** The options of `ruleset exceptions`, checked by the command line's parser. */
export interface ExceptionsOptions extends LanguageOption {
  readonly ruleset?: readonly string[];
  readonly format: 'text' | 'json';
}

/** What is allowed although it is flagged: an exception of a ruleset, or a comment. */
interface Allowance {
  readonly by: 'exception' | 'comment';
  /** A rule or vendor id. */
  readonly match: string;
  readonly state: 'active' | 'expired' | 'unused';
  readonly until?: string | undefined;
  readonly approvedBy?: string;
  readonly ticket?: string | undefined;
  readonly reason?: string | undefined;
  readonly paths: readonly string[];
  /** How many findings it is about. */
  readonly findings: number;
}

/** Lists who allowed what until when, the first to end first. */
export async function exceptionsCommand(
  paths: readonly string[],
  options: ExceptionsOptions,
  streams: Streams,
  environment: Environment,
): Promise<ExitCode> {
  const { ruleset: names = [], format } = options;
  const { tree, targets } = openTargets(paths, environment);
  const policy = await loadPolicy(names, [], targets, environment);
  const { ruleset } = policy;
  const { clock } = environment;
  const language = await spokenLanguage(options, environment);
  const { findings, ...result } = await scan({ tree, ruleset: { ...ruleset, exceptions: [] }, clock });
  const problems = [...policy.problems, ...result.problems];
  tellProblems(problems, streams, language, targets);
  const exitCode = problems.length > 0 ? EXIT_CODE.incomplete : EXIT_CODE.clean;
  const allowances = [
    ...ruleset.exceptions.map(exception => fromException(exception, findings, clock.today())),
    ...findings.flatMap(fromComment),
  ].sort((a, b) => compareTexts(a.until ?? NEVER, b.until ?? NEVER) || compareTexts(a.match, b.match));
  if (format === 'json') {
    streams.stdout.write(`${JSON.stringify({ version: 1, allowances }, undefined, 2)}\n`);
    return exitCode;
  }
  if (allowances.length === 0) streams.stderr.write(`vendor-diligence: ${language.say('allowance.none')}\n`);
  const rows = allowances.map(allowance => cellsOf(allowance, language));
  const [untilWidth = 0, stateWidth = 0] = [0, 1].map(column =>
    rows.reduce((widest, row) => Math.max(widest, row[column]?.length ?? 0), 0),
  );
  for (const [until, state, ...rest] of rows) {
    const cells = [until.padEnd(untilWidth), state.padEnd(stateWidth), ...rest];
    streams.stdout.write(`${neutralise(cells.join('  '))}\n`);
  }
  return exitCode;
}

/** After every day that somebody writes. */
const NEVER = '9999';

function fromException(
  exception: EffectiveException,
  findings: readonly Finding[],
  today: string,
): Allowance {
  const { match, expires, approvedBy, ticket, reason, paths } = exception;
  const covered = findings.filter(finding => exceptionCovers(exception, finding)).length;
  const state = expires < today ? 'expired' : covered === 0 ? 'unused' : 'active';
  return {
    by: 'exception',
    match,
    state,
    until: expires,
    approvedBy,
    ticket,
    reason,
    paths,
    findings: covered,
  };
}

function fromComment({ suppression, rule, path }: Finding): Allowance[] {
  if (suppression?.by !== 'comment') return [];
  const { until, reason } = suppression;
  return [{ by: 'comment', match: rule, state: 'active', until, reason, paths: [path], findings: 1 }];
}

/** Until when, whether it holds, what it covers, and who says why. */
function cellsOf(
  { until, state, match, by, approvedBy, ticket, reason, paths, findings }: Allowance,
  language: Language,
): [until: string, state: string, what: string, why: string] {
  const who =
    approvedBy === undefined
      ? language.say(`allowance.${by}`)
      : language.say('allowance.approved-by', { name: approvedBy });
  const what = {
    match,
    paths: paths.join(', '),
    findings: language.count('report.findings', findings),
  };
  const why = [reason ?? language.say('allowance.no-reason'), ...(ticket === undefined ? [] : [ticket])];
  return [
    until ?? language.say('allowance.no-end'),
    language.say(`allowance.${state}`),
    language.say('allowance.row', what),
    language.say('allowance.why', { who, reason: why.join(', ') }),
  ];
}
