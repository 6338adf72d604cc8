import * as v from 'valibot';
import type { Finding } from '../model/finding.ts';
import { type DataIssue, readData } from '../model/read-data.ts';

/** Findings that were there when somebody began to look; a scan is about what came since. */
const BaselineSchema = v.strictObject({
  version: v.literal(1),
  findings: v.array(
    v.strictObject({ fingerprint: v.string(), rule: v.string(), path: v.string(), value: v.string() }),
  ),
});
export type Baseline = v.InferOutput<typeof BaselineSchema>;
export type BaselineEntry = Baseline['findings'][number];

/** Reads a baseline file; `path` is what messages call it. */
export function readBaseline(path: string, text: string): Baseline | readonly DataIssue[] {
  const result = readData(BaselineSchema, path, text);
  return result.ok ? result.value : result.issues;
}

/**
 * Marks the findings that the baseline has, as often as it has them. The fingerprint decides, which knows rule, file,
 * structure and value but no line: a finding that moved within its file stays in the baseline.
 * @returns also the entries that no finding answers to any more
 */
export function applyBaseline(
  findings: readonly Finding[],
  { findings: entries }: Baseline,
): { findings: Finding[]; stale: readonly BaselineEntry[] } {
  const waiting = new Map<string, BaselineEntry[]>();
  for (const entry of entries) {
    const group = waiting.get(entry.fingerprint);
    if (group) group.push(entry);
    else waiting.set(entry.fingerprint, [entry]);
  }
  const marked = findings.map((finding): Finding => {
    const known = finding.suppression ? undefined : waiting.get(finding.fingerprint)?.pop();
    return known ? { ...finding, suppression: { by: 'baseline' } } : finding;
  });
  const left = new Set([...waiting.values()].flat());
  return { findings: marked, stale: entries.filter(entry => left.has(entry)) };
}
