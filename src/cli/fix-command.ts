import { type FixRun, fixTree, type ScanResult, type WantedGrade, Workspace } from '../engine/index.ts';
import type { Audience, Severity } from '../model/vocabulary.ts';
import { gitChanges } from '../node/git-changes.ts';
import type { Targets } from '../node/targets.ts';
import { type TextChange, writeTexts } from '../node/write-texts.ts';
import type { Language } from '../report/language.ts';
import { wrap } from '../report/text/wrap.ts';
import { neutralise } from '../text/neutralise.ts';
import { inFolder } from '../text/shell-command.ts';
import { counted, type Phrase, phrase } from '../words/phrase.ts';
import type { Environment } from './command.ts';
import { EXIT_CODE, type ExitCode, exitCodeOf } from './exit-code.ts';
import { wantsColor } from './output.ts';
import { createProgressLine } from './progress-line.ts';
import { loadPolicy } from './rulesets.ts';
import { type LanguageOption, spokenLanguage } from './spoken-language.ts';
import { type Streams, widthOf } from './streams.ts';
import { openTargets } from './targets.ts';
import { tellProblems } from './tell-problems.ts';
import { colouredDiff, unifiedDiff } from './unified-diff.ts';
import { UsageError } from './usage-error.ts';

/** The options of `fix`, checked by the command line's parser. */
export interface FixCommandOptions extends LanguageOption {
  readonly grade: WantedGrade;
  /** Whether whole modules move to another provider. */
  readonly migrate?: true;
  readonly write?: true;
  readonly allowDirty?: true;
  readonly ruleset?: readonly string[];
  readonly audience?: readonly Audience[];
  readonly failOn: Severity;
}

/**
 * Shows the fixes as a diff, or writes them. The exit code speaks of the files as the command leaves them: without
 * `--write` the findings are still there.
 */
export async function fixCommand(
  paths: readonly string[],
  options: FixCommandOptions,
  streams: Streams,
  environment: Environment,
): Promise<ExitCode> {
  if (options.migrate && options.grade !== 'guided') {
    throw new UsageError(phrase('cli.migrate-guided'));
  }
  const { tree, targets } = openTargets(paths, environment);
  const policy = await loadPolicy(options.ruleset ?? [], options.audience ?? [], targets, environment);
  const { ruleset, isWhole } = policy;
  const language = await spokenLanguage(options, environment);
  const say = { targets, streams, language };
  const progress = createProgressLine(streams.stderr, language);
  const workspace = new Workspace({ tree, ruleset, clock: environment.clock, isPart: !isWhole });
  const requested = new Set(options.migrate ? ['migrate-provider'] : []);
  const run = await fixTree(workspace, options.grade, progress.update, requested);
  progress.clear();
  const problemsOf = ({ problems }: ScanResult) => [...policy.problems, ...problems];
  tellProblems(problemsOf(run.result), streams, language, targets);
  const changes = [...run.changes].map(([path, change]) => ({ path, ...change }));
  if (!options.write) {
    const color = wantsColor(environment.variables, streams.stdout.isTTY === true);
    for (const change of changes) streams.stdout.write(diffOf(change, targets, streams, color));
    summarise(run, ['run.fixable', language.count('run.would-change', changes.length)], say);
    return exitCodeOf(run.before.findings, problemsOf(run.before), options.failOn);
  }
  if (!options.allowDirty) refuseDirty(targets, changes);
  const { written, failure } = writeTexts(targets.root, changes);
  for (const path of written) streams.stdout.write(`${neutralise(targets.pathPrefix + path)}\n`);
  if (failure) {
    const key = written.length === 0 ? 'cli.written-none' : 'cli.written-some';
    const told = phrase(key, { path: targets.pathPrefix + failure.path, reason: failure.reason });
    streams.stderr.write(`vendor-diligence: ${neutralise(language.phrase(told))}\n`);
    return EXIT_CODE.incomplete;
  }
  summarise(run, ['run.fixed', language.count('run.changed', changes.length)], say);
  return exitCodeOf(run.result.findings, problemsOf(run.result), options.failOn);
}

/** Where git has the text, an unwanted fix can be taken back. */
function refuseDirty(targets: Targets, changes: readonly TextChange[]): void {
  const { changed, untracked, isUnreadable } = gitChanges(
    targets.root,
    changes.filter(({ isNew }) => !isNew).map(({ path }) => path),
  );
  const [first] = [...changed, ...untracked];
  if (changes.length === 0 || (first === undefined && !isUnreadable)) return;
  const path = targets.pathPrefix + first;
  const more = changed.length + untracked.length - 1;
  const uncommitted =
    more > 0 ? counted('cli.uncommitted-more', more, { path }) : phrase('cli.uncommitted', { path });
  const reason = isUnreadable ? phrase('cli.index-unreadable') : uncommitted;
  throw new UsageError(phrase('cli.unwritten', { reason }));
}

/** A unified diff that `git apply` and `patch` take; on a terminal nothing in the files can move the cursor. */
function diffOf(
  { path, before, after, isNew }: TextChange,
  { pathPrefix }: Targets,
  { stdout }: Streams,
  color: boolean,
): string {
  const name = pathPrefix + path;
  const from = isNew ? '/dev/null' : `a/${name}`;
  const patch = unifiedDiff([from, `b/${name}`], before, after);
  const shown = stdout.isTTY ? patch.split('\n').map(neutralise).join('\n') : patch;
  return color ? colouredDiff(shown) : shown;
}

/** Where and how is said what became of the run. */
interface Saying {
  readonly targets: Targets;
  readonly streams: Streams;
  readonly language: Language;
}

/** What is left to be done by hand, what could not be done, and at the end what was or would be. */
function summarise(
  { applied, refused, left, without }: FixRun,
  [fixed, outcome]: readonly [fixed: 'run.fixable' | 'run.fixed', outcome: string],
  { targets, streams, language }: Saying,
): void {
  const line = (path: string, title: Phrase, reason: Phrase) => {
    const words = language.phrase(phrase('fix.refusal', { title, reason }));
    return `${targets.pathPrefix}${path}: ${words}`;
  };
  const counts = {
    fixed: language.count(fixed, applied.length),
    refused: language.count('run.refused', refused.length),
    outcome,
  };
  const decisions = applied.flatMap(({ finding: { path }, fix: { grade, title, reason } }) =>
    grade === 'guided' && reason ? [line(path, title, reason)] : [],
  );
  const commands = [...new Set(applied.flatMap(({ fix }) => fix.commands ?? []))].join(' && ');
  const folder = targets.pathPrefix.slice(0, -1);
  const failures = refused.map(({ finding, fix, reason }) => line(finding.path, fix.title, reason));
  const lines = [
    ...new Set([...decisions, ...failures]),
    ...(commands === '' ? [] : [language.say('fix.commands', { commands: inFolder(folder, commands) })]),
    ...(left === 0 ? [] : [language.count('run.left', left)]),
    ...(without === 0 ? [] : [language.count('run.without', without)]),
    language.say('run.summary', counts),
  ];
  if (streams.stderr.isTTY) streams.stderr.write('\n');
  for (const each of lines) {
    const width = widthOf(streams.stderr);
    const [first, ...rest] = wrap(neutralise(each), width && width - 2, width);
    streams.stderr.write([first, ...rest.map(part => `  ${part}`), ''].join('\n'));
  }
}
