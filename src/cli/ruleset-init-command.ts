import * as v from 'valibot';
import { bundledNames, initialRuleset } from '../engine/index.ts';
import { IdSchema } from '../model/vocabulary.ts';
import { readTextFile, writeTextFile } from '../node/text-file.ts';
import type { Environment } from './command.ts';
import { EXIT_CODE, type ExitCode } from './exit-code.ts';
import type { Streams } from './streams.ts';
import { UsageError } from './usage-error.ts';

/** The options of `ruleset init`: what is not given is asked, or has its default where nobody can be asked. */
export interface InitOptions {
  readonly extends?: string;
  readonly approve?: readonly string[];
  readonly suppressions?: string;
}

/** Writes a first ruleset; an existing file is never overwritten. */
export async function initCommand(
  file: string,
  options: InitOptions,
  { stderr }: Streams,
  { workingFolder, ask }: Environment,
): Promise<ExitCode> {
  if (readTextFile(workingFolder, file).ok) {
    throw new UsageError(`vendor-diligence: "${file}" is there already; it was not changed.`);
  }
  const answer = async (question: string, given: string | undefined, usual: string) =>
    given ?? ((await ask?.(`${question} [${usual}] `)) || usual).trim();
  const names = bundledNames().map(name => name.replace('vendor-diligence:', ''));
  const base = await answer(`Which policy to stand on? ${names.join(', ')}`, options.extends, 'baseline');
  if (!names.includes(base)) {
    throw new UsageError(
      `vendor-diligence: there is no bundled ruleset "${base}": use one of ${names.join(', ')}.`,
    );
  }
  const approved = await answer(
    'Which vendors are approved? Ids joined by commas',
    options.approve?.join(','),
    'aws,azure,google-cloud',
  );
  const suppressions = await answer(
    'May comments silence findings? allow, require-reason, forbid',
    options.suppressions,
    'require-reason',
  );
  const vendors = approved
    .split(',')
    .map(id => id.trim())
    .filter(id => id !== '');
  const strange = vendors.find(id => !v.is(IdSchema, id));
  if (strange !== undefined) throw new UsageError(`vendor-diligence: "${strange}" is no id of a vendor.`);
  const failure = writeTextFile(workingFolder, file, [initialRuleset({ base, vendors, suppressions })]);
  if (failure !== undefined) throw new UsageError(`vendor-diligence: cannot write "${file}": ${failure}.`);
  stderr.write(`vendor-diligence: wrote "${file}"; "vendor-diligence ruleset check ${file}" checks it.\n`);
  return EXIT_CODE.clean;
}
