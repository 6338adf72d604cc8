import { decode } from '../../src/engine/decode.ts';
import type { FileTree } from '../../src/engine/index.ts';
import { inventory, loadRulesets, scan } from '../../src/engine/index.ts';
import type { Finding, InventoryEntry } from '../../src/model/finding.ts';
import type { Problem } from '../../src/model/problem.ts';
import { ENGLISH } from '../../src/report/language.ts';
import { makeSource, type Source } from '../../src/text/source.ts';
import type { Span } from '../../src/text/span.ts';
import { testClock } from './disk-tree.ts';

/** What the engine says of a case, and how a person reads it. */
export interface Annotated {
  readonly text: string;
  readonly findings: readonly Finding[];
  readonly problems: readonly Problem[];
  readonly references: readonly InventoryEntry[];
  readonly sources: ReadonlyMap<string, Source>;
}

/**
 * The annotated source of a case: every line that holds a reference, with carets under it and what became of it; then
 * the findings of the baseline ruleset, and the problems.
 */
export async function annotate(tree: FileTree): Promise<Annotated> {
  const { ruleset } = await loadRulesets([]);
  const { references } = await inventory({ tree });
  const { findings, problems } = await scan({ tree, ruleset, clock: testClock });
  const sources = await readAll(tree);
  const lines = [
    ...[...sources.values()].flatMap(source => annotateSource(source, references)),
    ...section(
      'findings',
      findings.flatMap(finding => findingLines(finding, sources)),
    ),
    ...section(
      'problems',
      problems.map(problem => problemLine(problem, sources)),
    ),
  ];
  return { text: `${lines.join('\n')}\n`, findings, problems, references, sources };
}

async function readAll(tree: FileTree): Promise<Map<string, Source>> {
  const sources = new Map<string, Source>();
  for (const path of (await tree.list()).files) {
    const content = await tree.read(path);
    if (content.ok && 'bytes' in content)
      sources.set(path, makeSource(path, decode(path, content.bytes).text));
  }
  return sources;
}

function annotateSource(source: Source, references: readonly InventoryEntry[]): string[] {
  const own = references.filter(reference => reference.path === source.path);
  if (own.length === 0) return [];
  const lines: string[] = [`── ${printable(source.path)}`];
  let shown = -1;
  for (const reference of own) {
    const { line } = source.lines.positionAt(reference.span.start);
    if (line !== shown) lines.push(`${String(line + 1).padStart(4)} │ ${excerpt(source, line)}`);
    shown = line;
    lines.push(`     │ ${carets(source, line, reference.span)} ${outcome(reference)}`);
  }
  return [...lines, ''];
}

function excerpt(source: Source, line: number): string {
  const text = source.text.slice(source.lines.lineStart(line), source.lines.lineStart(line + 1));
  return printable(text.replace(/[\r\n]+$/, '')).slice(0, 160);
}

function carets(source: Source, line: number, { start, end }: Span): string {
  const from = start - source.lines.lineStart(line);
  const lineEnd = source.lines.lineStart(line + 1);
  const length = Math.max(1, Math.min(end, lineEnd) - start);
  return from + length > 160
    ? `column ${from + 1}, length ${end - start}:`
    : ' '.repeat(from) + '^'.repeat(length);
}

function outcome({ kind, value, purl, provider, state, reason, vendor }: InventoryEntry): string {
  const what = purl ?? printable(value);
  const scope = provider === undefined || kind === 'provider' ? '' : ` of ${printable(provider)}`;
  return `${kind} ${what}${scope} → ${vendor ?? `${state}: ${reason}`}`;
}

function findingLines(finding: Finding, sources: ReadonlyMap<string, Source>): string[] {
  const place = [finding.region, finding.location, finding.operator].filter(Boolean).join(' ');
  const head = [
    position(finding.path, finding.span, sources),
    finding.severity,
    finding.confidence,
    finding.rule,
    finding.vendor,
    finding.kind,
    printable(finding.value),
    place && `(${place})`,
    finding.role && `[${finding.role}]`,
    finding.suppression && `suppressed by ${finding.suppression.by}`,
  ];
  return [
    head.filter(Boolean).join(' '),
    ...finding.trail.map(
      step => `  value from ${printable(step.name)} at ${position(step.path, step.span, sources)}`,
    ),
    ...(finding.via.length > 1 ? [`  via ${finding.via.map(printable).join(' > ')}`] : []),
    ...finding.occurrences.map(
      each => `  also ${position(each.path, each.span, sources)} ${each.kind} ${printable(each.value)}`,
    ),
  ];
}

function problemLine({ path, span, code, message }: Problem, sources: ReadonlyMap<string, Source>): string {
  return `${path === undefined ? '-' : position(path, span ?? { start: 0, end: 0 }, sources)} ${code} ${printable(ENGLISH.phrase(message))}`;
}

function position(path: string, { start }: Span, sources: ReadonlyMap<string, Source>): string {
  const { line, character } = sources.get(path)?.lines.positionAt(start) ?? { line: -1, character: -1 };
  return `${printable(path)}:${line + 1}:${character + 1}`;
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`── ${title}`, ...lines, ''];
}

/** One column per UTF-16 unit, so that carets stand where they should. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, '·');
}
