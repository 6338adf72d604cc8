import * as v from 'valibot';
import { bundledNames, initialRuleset, loadCatalog } from '../engine/index.ts';
import { SuppressionsSchema } from '../model/ruleset.ts';
import { IdSchema } from '../model/vocabulary.ts';
import { isThere, writeTextFile } from '../node/text-file.ts';
import { similarSubjects } from '../report/documents/explain-subject.ts';
import { neutralise } from '../text/neutralise.ts';
import { phrase, sentences } from '../words/phrase.ts';
import type { Environment } from './command.ts';
import { EXIT_CODE, type ExitCode } from './exit-code.ts';
import { type LanguageOption, spokenLanguage } from './spoken-language.ts';
import type { Streams } from './streams.ts';
import { UsageError } from './usage-error.ts';

/** The options of `ruleset init`: what is not given is asked, or has its default where nobody can be asked. */
export interface InitOptions extends LanguageOption {
  readonly extends?: string;
  readonly approve?: readonly string[];
  readonly suppressions?: string;
}

/** Writes a first ruleset; an existing file is never overwritten. */
export async function initCommand(
  file: string,
  options: InitOptions,
  { stderr }: Streams,
  environment: Environment,
): Promise<ExitCode> {
  const { workingFolder, ask } = environment;
  if (isThere(workingFolder, file)) {
    throw new UsageError(phrase('init.there', { file }));
  }
  const language = await spokenLanguage(options, environment);
  const answer = async (question: string, given: string | undefined, usual: string) =>
    given ?? ((await ask?.(`${question} [${usual}] `)) || usual).trim();
  const names = bundledNames().map(name => name.replace('vendor-diligence:', ''));
  const base = await answer(
    language.say('init.base', { names: names.join(', ') }),
    options.extends,
    'baseline',
  );
  if (!names.includes(base)) {
    throw new UsageError(phrase('init.no-base', { name: base, names: names.join(', ') }));
  }
  const approved = await answer(
    language.say('init.approved'),
    options.approve?.join(','),
    'aws,azure,google-cloud',
  );
  const suppressions = await answer(
    language.say('init.suppressions'),
    options.suppressions,
    'require-reason',
  );
  if (!v.is(SuppressionsSchema, suppressions)) {
    const choices = SuppressionsSchema.options.join(', ');
    throw new UsageError(phrase('init.no-choice', { given: suppressions, choices }));
  }
  const vendors = approved
    .split(',')
    .map(id => id.trim())
    .filter(id => id !== '');
  const strange = vendors.find(id => !v.is(IdSchema, id));
  if (strange !== undefined) throw new UsageError(phrase('init.no-id', { id: strange }));
  await refuseUnknown(vendors);
  const failure = writeTextFile(workingFolder, file, [initialRuleset({ base, vendors, suppressions })]);
  if (failure !== undefined) throw new UsageError(phrase('cli.unwritable', { path: file, reason: failure }));
  stderr.write(`vendor-diligence: ${neutralise(language.say('init.written', { file }))}\n`);
  return EXIT_CODE.clean;
}

/** Refuses what the catalog does not have: a name that is misspelt would approve nobody. */
async function refuseUnknown(ids: readonly string[]): Promise<void> {
  const catalog = await loadCatalog([]);
  const unknown = ids.find(id => catalog.vendor(id) === undefined);
  if (unknown === undefined) return;
  const similar = similarSubjects(unknown, catalog.vendors, []);
  throw new UsageError(
    sentences(
      phrase('init.no-id', { id: unknown }),
      ...(similar.length > 0 ? [phrase('explain.meant', { names: similar.join(', ') })] : []),
    ),
  );
}
