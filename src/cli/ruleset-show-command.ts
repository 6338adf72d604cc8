import picocolors from 'picocolors';
import { policyValues } from '../engine/index.ts';
import type { Audience } from '../model/vocabulary.ts';
import { ENGLISH } from '../report/language.ts';
import { wrap } from '../report/text/wrap.ts';
import { neutralise } from '../text/neutralise.ts';
import type { Environment } from './command.ts';
import { EXIT_CODE, type ExitCode } from './exit-code.ts';
import { wantsColor } from './output.ts';
import { loadPolicy } from './rulesets.ts';
import { type LanguageOption, spokenLanguage } from './spoken-language.ts';
import { type Streams, widthOf } from './streams.ts';
import { openTargets } from './targets.ts';

/** The options of `ruleset show`, checked by the command line's parser. */
export interface ShowOptions extends LanguageOption {
  readonly ruleset?: readonly string[];
  readonly audience?: readonly Audience[];
  readonly format: 'text' | 'json';
}

/** Columns that a value has at least. */
const LEAST_WIDTH = 30;

/** Prints the policy that would be in force for a folder, each value with the layer that it comes from. */
export async function showCommand(
  folder: string,
  options: ShowOptions,
  { stdout, stderr }: Streams,
  environment: Environment,
): Promise<ExitCode> {
  const { ruleset: names = [], audience = [], format, lang } = options;
  const spoken = await spokenLanguage(options, environment);
  // Programs get the same words everywhere, unless somebody asks for others.
  const language = format === 'json' && lang === undefined ? ENGLISH : spoken;
  const { targets } = openTargets([folder], environment);
  const { ruleset, layers, problems } = await loadPolicy(names, audience, targets, environment);
  const values = policyValues(ruleset, layers);
  const refused = (ruleset.refusals ?? []).map(({ detail, place }) => ({
    detail: language.phrase(detail),
    path: place.path,
  }));
  for (const { message } of problems)
    stderr.write(`vendor-diligence: ${neutralise(spoken.phrase(message))}\n`);
  if (format === 'json') {
    const chain = layers.map(({ name, rank, file }) => ({
      name,
      rank,
      version: file.version,
      expires: file.expires,
    }));
    stdout.write(`${JSON.stringify({ version: 1, layers: chain, values, refused }, undefined, 2)}\n`);
    return EXIT_CODE.clean;
  }
  const nameWidth = Math.max(...values.map(({ name }) => name.length));
  const room = widthOf(stdout);
  const { dim } = picocolors.createColors(wantsColor(environment.variables, stdout.isTTY === true));
  for (const { name, value, layer } of values) {
    const lines = wrap(
      neutralise(`${value} (${layer})`),
      room && Math.max(room - nameWidth - 2, LEAST_WIDTH),
    );
    for (const [index, line] of lines.entries())
      stdout.write(`${dim((index === 0 ? neutralise(name) : '').padEnd(nameWidth))}  ${line}\n`);
  }
  for (const { detail, path } of refused)
    stdout.write(`${neutralise(`${path}  ${language.say('show.refused', { detail })}`)}\n`);
  return EXIT_CODE.clean;
}
