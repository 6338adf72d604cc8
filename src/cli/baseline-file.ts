import { applyBaseline, type Baseline, readBaseline } from '../engine/index.ts';
import type { Finding } from '../model/finding.ts';
import { readTextFile } from '../node/text-file.ts';
import type { Language } from '../report/language.ts';
import { neutralise } from '../text/neutralise.ts';
import { phrase } from '../words/phrase.ts';
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
  language: Language,
  environment: Environment,
): Finding[] {
  const { findings: marked, stale } = applyBaseline(findings, openBaseline(file, environment));
  if (stale.length > 0) {
    const named = stale.slice(0, NAMED_ENTRIES).map(({ path, rule, value }) => `  ${path}: ${rule} ${value}`);
    const left = stale.length - named.length;
    const more = left > 0 ? [`  ${language.count('report.more', left)}`] : [];
    const head = `vendor-diligence: ${language.count('baseline.stale', stale.length)}`;
    stderr.write(`${[head, ...named, ...more].map(neutralise).join('\n')}\n`);
  }
  return marked;
}

function openBaseline(file: string, { workingFolder }: Environment): Baseline {
  const read = readTextFile(workingFolder, file);
  if (!read.ok) throw new UsageError(phrase('cli.unreadable', { path: file, reason: read.reason }));
  const baseline = readBaseline(file, read.text);
  if ('findings' in baseline) return baseline;
  throw new UsageError(
    ...baseline.map(({ line, column, message }) => ({ place: `${file}:${line}:${column}`, message })),
  );
}
