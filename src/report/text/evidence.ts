import type { Evidence } from '../../model/evidence.ts';
import type { Finding } from '../../model/finding.ts';
import { neutralise } from '../../text/neutralise.ts';
import { languageOf, statusWords } from '../acts.ts';
import type { ScanReport } from '../report.ts';
import type { Style } from './style.ts';
import { wrap } from './wrap.ts';

/** Numbers by which findings refer to the evidence at the report's end, so that each is described once. */
export type Citations = ReadonlyMap<string, number>;

/** Numbers the evidence that the findings name, in the order of their first appearance. */
export function citationsOf({ findings, facts }: ScanReport): Citations {
  const numbers = new Map<string, number>();
  for (const finding of findings) {
    for (const id of citedIds(finding)) {
      if (!numbers.has(id) && facts.evidence(id)) numbers.set(id, numbers.size + 1);
    }
  }
  return numbers;
}

/** `[1] Act of 2021 · [4] Listing · 3 more`; `undefined` when a finding rests on no evidence. */
export function citationWords(
  finding: Finding,
  citations: Citations,
  report: ScanReport,
): string | undefined {
  const words = citedIds(finding).flatMap(id => {
    const evidence = report.facts.evidence(id);
    return evidence
      ? [`[${citations.get(id)}] ${neutralise(languageOf(report).evidence(evidence).title)}`]
      : [];
  });
  if (words.length === 0) return undefined;
  const more = finding.evidence.length - words.length;
  return [...words, ...(more > 0 ? [languageOf(report).count('hover.more', more)] : [])].join(' · ');
}

/** The evidence that findings refer to: who said what, its status and when that was read, and where. */
export function evidenceLines(citations: Citations, report: ScanReport, style: Style): string[] {
  if (citations.size === 0) return [];
  const labelWidth = `[${citations.size}]`.length;
  const entries = [...citations].flatMap(([id, number]) => {
    const evidence = report.facts.evidence(id);
    return evidence ? entryLines(evidence, report, `[${number}]`.padStart(labelWidth), style) : [];
  });
  return [style.bold(style.underline(languageOf(report).say('report.evidence'))), '', ...entries, ''];
}

/** How many a finding names: those that decide its severity come first. The JSON report has all. */
const CITED = 3;

function citedIds(finding: Finding): readonly string[] {
  return finding.evidence.slice(0, CITED);
}

function entryLines(evidence: Evidence, report: ScanReport, label: string, style: Style): string[] {
  const indent = ' '.repeat(label.length + 1);
  const { title, authority } = languageOf(report).evidence(evidence);
  const words = neutralise([title, authority, statusWords(evidence, report)].join(' · '));
  const [first = '', ...rest] = wrap(words, style.width && style.width - indent.length);
  return [
    `${label} ${first}`,
    ...rest.map(line => indent + line),
    indent + style.dim(neutralise(evidence.url)),
  ];
}
