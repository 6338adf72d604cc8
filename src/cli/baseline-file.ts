import { applyBaseline, type Baseline, readBaseline } from '../engine/index.ts';
import type { Finding } from '../model/finding.ts';
import { readTextFile } from '../node/text-file.ts';
import { ENGLISH } from '../report/language.ts';
import { neutralise } from '../text/neutralise.ts';
import type { Environment } from './command.ts';
import type { Streams } from './streams.ts';
import { UsageError } from './usage-error.ts';

/** How many stale entries are named. */
const NAMED_ENTRIES = 5;

/**
 * Marks the findings that the baseline file has, and tells on standard error which of its entries are stale.
 * @throws UsageError when the file is no baseline: a scan without it would report everything as new
 */
export function markBaseline(
  findings: readonly Finding[],
  file: string,
  { stderr }: Streams,
  environment: Environment,
): Finding[] {
  const { findings: marked, stale } = applyBaseline(findings, openBaseline(file, environment));
  if (stale.length > 0) {
    const named = stale.slice(0, NAMED_ENTRIES).map(({ path, rule, value }) => `  ${path}: ${rule} ${value}`);
    const more = stale.length > named.length ? [`  and ${stale.length - named.length} more`] : [];
    const head = `vendor-diligence: ${stale.length} of the baseline's entries no longer occur; write it anew with "vendor-diligence baseline":`;
    stderr.write(`${[head, ...named, ...more].map(neutralise).join('\n')}\n`);
  }
  return marked;
}

function openBaseline(file: string, { workingFolder }: Environment): Baseline {
  const read = readTextFile(workingFolder, file);
  if (!read.ok)
    throw new UsageError(`vendor-diligence: the baseline "${file}" cannot be read: ${read.reason}.`);
  const baseline = readBaseline(file, read.text);
  if ('findings' in baseline) return baseline;
  throw new UsageError(
    ...baseline.map(({ line, column, message }) => `${file}:${line}:${column} ${ENGLISH.phrase(message)}`),
  );
}
