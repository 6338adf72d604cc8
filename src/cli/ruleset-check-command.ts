import { checkRuleset, type RulesetRemark, type TestOutcome, testRuleset } from '../engine/index.ts';
import { readTextFile } from '../node/text-file.ts';
import { ENGLISH } from '../report/language.ts';
import { placeAt } from '../report/place.ts';
import { neutralise } from '../text/neutralise.ts';
import { makeSource } from '../text/source.ts';
import type { Environment } from './command.ts';
import { EXIT_CODE, type ExitCode } from './exit-code.ts';
import { rulesetPorts } from './rulesets.ts';
import type { Streams } from './streams.ts';
import { UsageError } from './usage-error.ts';

/** Lists what is wrong with a ruleset, one line each; warnings alone are no failure. */
export async function checkCommand(
  file: string,
  { stdout, stderr }: Streams,
  environment: Environment,
): Promise<ExitCode> {
  const source = sourceOf(file, environment);
  const { remarks, texts } = await checkRuleset(source, environment.clock, rulesetPorts(environment));
  for (const remark of remarks) stdout.write(`${remarkLine(remark, texts)}\n`);
  const ofLevel = (level: RulesetRemark['level']) => remarks.filter(remark => remark.level === level).length;
  const errors = ofLevel('error');
  stderr.write(`vendor-diligence: ${count(errors, 'error')}, ${count(ofLevel('warning'), 'warning')}.\n`);
  return errors > 0 ? EXIT_CODE.usage : EXIT_CODE.clean;
}

/** Runs the tests that a ruleset carries, and shows where what they find differs from what they should. */
export async function testCommand(
  file: string,
  { stdout, stderr }: Streams,
  environment: Environment,
): Promise<ExitCode> {
  const source = sourceOf(file, environment);
  const checked = await checkRuleset(source, environment.clock, rulesetPorts(environment));
  for (const remark of checked.remarks) stdout.write(`${remarkLine(remark, checked.texts)}\n`);
  if (checked.remarks.some(remark => remark.level === 'error')) return EXIT_CODE.usage;
  const outcomes = await testRuleset(source, checked, environment.clock);
  const lines = makeSource(file, source.text);
  for (const outcome of outcomes) {
    const { line, column } = placeAt(lines, outcome.span.start);
    const place = outcome.isGood ? '' : `  ${file}:${line}:${column}`;
    stdout.write(`${neutralise(`${outcome.isGood ? 'ok  ' : 'FAIL'}  ${outcome.name}${place}`)}\n`);
    for (const row of differences(outcome)) stdout.write(`        ${neutralise(row)}\n`);
  }
  const failed = outcomes.filter(outcome => !outcome.isGood).length;
  stderr.write(`vendor-diligence: ${count(outcomes.length, 'test')}, ${failed} failed.\n`);
  return failed > 0 ? EXIT_CODE.findings : EXIT_CODE.clean;
}

function differences({ missing, unexpected, problems }: TestOutcome): string[] {
  return [
    ...missing.map(row => `- expected, not found  ${row}`),
    ...unexpected.map(row => `+ found, not expected  ${row}`),
    ...problems.map(message => `! ${message}`),
  ];
}

function sourceOf(file: string, { workingFolder }: Environment) {
  const content = readTextFile(workingFolder, file);
  if (content.ok) return { name: file, text: content.text, location: content.location };
  throw new UsageError(`vendor-diligence: the ruleset "${file}" cannot be read: ${content.reason}.`);
}

function remarkLine(
  { path, span, level, message }: RulesetRemark,
  texts: ReadonlyMap<string, string>,
): string {
  const said = ENGLISH.phrase(message);
  const text = path === undefined ? undefined : texts.get(path);
  if (path === undefined || text === undefined) return neutralise(`${level} ${said}`);
  const { line, column } = placeAt(makeSource(path, text), span?.start ?? 0);
  return neutralise(`${path}:${line}:${column} ${level} ${said}`);
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
