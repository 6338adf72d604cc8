import { inventory } from '../engine/index.ts';
import { readSources } from '../node/sources.ts';
import { INVENTORY_REPORTERS } from '../report/index.ts';
import type { Environment } from './command.ts';
import { EXIT_CODE, type ExitCode } from './exit-code.ts';
import { type OutputOptions, presentationFor, writeReport } from './output.ts';
import { createProgressLine } from './progress-line.ts';
import { type LanguageOption, spokenLanguage } from './spoken-language.ts';
import type { Streams } from './streams.ts';
import { openTargets } from './targets.ts';

/** The options of `inventory`, checked by the command line's parser. */
export interface InventoryCommandOptions extends OutputOptions, LanguageOption {
  readonly format: keyof typeof INVENTORY_REPORTERS;
}

/** Lists every reference; nothing in it is an error, but what could not be read is told by the exit code. */
export async function inventoryCommand(
  paths: readonly string[],
  options: InventoryCommandOptions,
  streams: Streams,
  environment: Environment,
): Promise<ExitCode> {
  const { tree, targets } = openTargets(paths, environment);
  const language = await spokenLanguage(options, environment);
  const progress = createProgressLine(streams.stderr, language);
  const { references, problems } = await inventory({ tree, progress: progress.update });
  progress.clear();
  const sources = await readSources(tree, [
    ...references.map(reference => reference.path),
    ...problems.flatMap(({ path, span }) => (path !== undefined && span ? [path] : [])),
  ]);
  const render = await INVENTORY_REPORTERS[options.format]();
  const report = { references, problems, language, source: (path: string) => sources.get(path) };
  writeReport(
    render(report, presentationFor(options, targets.pathPrefix, streams, environment)),
    options,
    streams,
    environment,
  );
  return problems.length > 0 ? EXIT_CODE.incomplete : EXIT_CODE.clean;
}
