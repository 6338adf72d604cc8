import { scan } from '../engine/index.ts';
import type { Audience } from '../model/vocabulary.ts';
import { baselineText } from '../report/baseline.ts';
import { neutralise } from '../text/neutralise.ts';
import type { Environment } from './command.ts';
import { EXIT_CODE, type ExitCode } from './exit-code.ts';
import { writeReport } from './output.ts';
import { createProgressLine } from './progress-line.ts';
import { loadPolicy } from './rulesets.ts';
import { type LanguageOption, spokenLanguage } from './spoken-language.ts';
import type { Streams } from './streams.ts';
import { openTargets } from './targets.ts';
import { tellProblems } from './tell-problems.ts';

export interface BaselineCommandOptions extends LanguageOption {
  readonly ruleset?: readonly string[];
  readonly audience?: readonly Audience[];
  readonly output: string;
}

/** Writes down the findings of today, so that later scans are about what came since. */
export async function baselineCommand(
  paths: readonly string[],
  options: BaselineCommandOptions,
  streams: Streams,
  environment: Environment,
): Promise<ExitCode> {
  const { tree, targets } = openTargets(paths, environment);
  const policy = await loadPolicy(options.ruleset ?? [], options.audience ?? [], targets, environment);
  const { ruleset, isWhole } = policy;
  const language = await spokenLanguage(options, environment);
  const progress = createProgressLine(streams.stderr, language);
  const { clock } = environment;
  const result = await scan({ tree, ruleset, clock, isWhole, progress: progress.update });
  progress.clear();
  const problems = [...policy.problems, ...result.problems];
  tellProblems(problems, streams, language, targets);
  const active = result.findings.filter(finding => !finding.suppression);
  writeReport(baselineText(active), options, streams, environment);
  const written = language.count('baseline.written', active.length, { file: options.output });
  streams.stderr.write(`vendor-diligence: ${neutralise(written)}\n`);
  return problems.length > 0 ? EXIT_CODE.incomplete : EXIT_CODE.clean;
}
