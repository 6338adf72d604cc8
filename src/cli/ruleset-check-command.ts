import {
  checkRuleset,
  type RulesetRemark,
  type TestOutcome,
  testRuleset,
  WORKSPACE_RULESET,
} from '../engine/index.ts';
import { readTextFile } from '../node/text-file.ts';
import type { Language } from '../report/language.ts';
import { placeAt } from '../report/place.ts';
import { neutralise } from '../text/neutralise.ts';
import { makeSource } from '../text/source.ts';
import { phrase, sentences } from '../words/phrase.ts';
import type { Environment } from './command.ts';
import { EXIT_CODE, type ExitCode } from './exit-code.ts';
import { rulesetPorts } from './rulesets.ts';
import { type LanguageOption, spokenLanguage } from './spoken-language.ts';
import type { Streams } from './streams.ts';
import { UsageError } from './usage-error.ts';

/** Lists what is wrong with a ruleset, one line each; warnings alone are no failure. */
export async function checkCommand(
  file: string,
  options: LanguageOption,
  { stdout, stderr }: Streams,
  environment: Environment,
): Promise<ExitCode> {
  const source = sourceOf(file, environment);
  const language = await spokenLanguage(options, environment);
  const { remarks, texts } = await checkRuleset(source, environment.clock, rulesetPorts(environment));
  for (const remark of remarks) stdout.write(`${remarkLine(remark, texts, language)}\n`);
  const ofLevel = (level: RulesetRemark['level']) => remarks.filter(remark => remark.level === level).length;
  const errors = ofLevel('error');
  const counts = language.say('check.counts', {
    errors: language.count('report.error', errors),
    warnings: language.count('report.warning', ofLevel('warning')),
  });
  stderr.write(`vendor-diligence: ${counts}\n`);
  return errors > 0 ? EXIT_CODE.usage : EXIT_CODE.clean;
}

/** Runs the tests that a ruleset carries, and shows where what they find differs from what they should. */
export async function testCommand(
  file: string,
  options: LanguageOption,
  { stdout, stderr }: Streams,
  environment: Environment,
): Promise<ExitCode> {
  const source = sourceOf(file, environment);
  const language = await spokenLanguage(options, environment);
  const checked = await checkRuleset(source, environment.clock, rulesetPorts(environment));
  for (const remark of checked.remarks) stdout.write(`${remarkLine(remark, checked.texts, language)}\n`);
  if (checked.remarks.some(remark => remark.level === 'error')) return EXIT_CODE.usage;
  const outcomes = await testRuleset(source, checked, environment.clock);
  const lines = makeSource(file, source.text);
  const width = language.say('test.bad').length;
  for (const outcome of outcomes) {
    const { line, column } = placeAt(lines, outcome.span.start);
    const place = outcome.isGood ? '' : `  ${file}:${line}:${column}`;
    const verdict = language.say(outcome.isGood ? 'test.good' : 'test.bad').padEnd(width);
    stdout.write(`${neutralise(`${verdict}  ${outcome.name}${place}`)}\n`);
    for (const row of differences(outcome, language)) stdout.write(`        ${neutralise(row)}\n`);
  }
  const failed = outcomes.filter(outcome => !outcome.isGood).length;
  stderr.write(`vendor-diligence: ${language.count('test.counts', outcomes.length, { failed })}\n`);
  return failed > 0 ? EXIT_CODE.findings : EXIT_CODE.clean;
}

function differences({ missing, unexpected, problems }: TestOutcome, language: Language): string[] {
  return [
    ...missing.map(row => `- ${language.say('test.missing')}  ${row}`),
    ...unexpected.map(row => `+ ${language.say('test.unexpected')}  ${row}`),
    ...problems.map(message => `! ${language.phrase(message)}`),
  ];
}

function sourceOf(file: string, { workingFolder }: Environment) {
  const content = readTextFile(workingFolder, file);
  if (content.ok) return { name: file, text: content.text, location: content.location };
  const unreadable = phrase('cli.unreadable', { path: file, reason: content.reason });
  throw new UsageError(file === WORKSPACE_RULESET ? sentences(unreadable, phrase('check.init')) : unreadable);
}

function remarkLine(
  { path, span, level, message }: RulesetRemark,
  texts: ReadonlyMap<string, string>,
  language: Language,
): string {
  const said = `${language.severity(level)} ${language.phrase(message)}`;
  const text = path === undefined ? undefined : texts.get(path);
  if (path === undefined || text === undefined) return neutralise(said);
  const { line, column } = placeAt(makeSource(path, text), span?.start ?? 0);
  return neutralise(`${path}:${line}:${column} ${said}`);
}
