import { exceptionCovers, scan } from '../engine/index.ts';
import type { Finding } from '../model/finding.ts';
import type { EffectiveException } from '../model/ruleset.ts';
import { neutralise } from '../text/neutralise.ts';
import type { Environment } from './command.ts';
import { EXIT_CODE, type ExitCode } from './exit-code.ts';
import { loadPolicy } from './rulesets.ts';
import type { Streams } from './streams.ts';
import { openTargets } from './targets.ts';

/** The options of `ruleset exceptions`, checked by the command line's parser. */
export interface ExceptionsOptions {
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
  { ruleset: names = [], format }: ExceptionsOptions,
  { stdout }: Streams,
  environment: Environment,
): Promise<ExitCode> {
  const { tree, targets } = openTargets(paths, environment);
  const { ruleset } = await loadPolicy(names, [], targets, environment);
  const { clock } = environment;
  const { findings } = await scan({ tree, ruleset: { ...ruleset, exceptions: [] }, clock });
  const allowances = [
    ...ruleset.exceptions.map(exception => fromException(exception, findings, clock.today())),
    ...findings.flatMap(fromComment),
  ].sort((a, b) => compareTexts(a.until ?? NEVER, b.until ?? NEVER) || compareTexts(a.match, b.match));
  if (format === 'json') stdout.write(`${JSON.stringify({ version: 1, allowances }, undefined, 2)}\n`);
  else for (const allowance of allowances) stdout.write(`${neutralise(rowOf(allowance))}\n`);
  return EXIT_CODE.clean;
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

function rowOf({ until, state, match, by, approvedBy, ticket, reason, paths, findings }: Allowance): string {
  const who = approvedBy === undefined ? by : `approved by ${approvedBy}`;
  const what = `${match} in ${paths.join(', ')} (${findings} ${findings === 1 ? 'finding' : 'findings'})`;
  const why = [reason ?? 'no reason given', ...(ticket === undefined ? [] : [ticket])].join(', ');
  return `${until ?? 'no end'}  ${state.padEnd(7)}  ${what}  ${who}: ${why}`;
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
