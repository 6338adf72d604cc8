import type { Finding } from '../model/finding.ts';
import type { Fix, SettledPlace } from '../model/fix.ts';
import type { Problem } from '../model/problem.ts';
import type { TextEdit } from '../text/edit.ts';
import { firstIndex } from '../text/ordered.ts';
import { compareSpans, type Span } from '../text/span.ts';
import { dataWords, type Phrase, phrase } from '../words/phrase.ts';
import type { LoadedFile } from './load.ts';

/** A fix and the finding that it is to settle. */
export interface PlannedFix {
  readonly finding: Finding;
  readonly fix: Fix;
}

/** What was found in some modules, before or after edits. */
export interface Reading {
  readonly findings: readonly Finding[];
  readonly problems: readonly Problem[];
  readonly files: ReadonlyMap<string, LoadedFile>;
}

/**
 * Why edits do not do what they promise; `undefined` when they do: every file is read as well as
 * before, the findings are gone, no other has appeared, and every reference outside the edited places is where and
 * what it was.
 * @param edits of all planned fixes together, by path
 */
export function objectionTo(
  planned: readonly PlannedFix[],
  edits: ReadonlyMap<string, readonly TextEdit[]>,
  before: Reading,
  after: Reading,
): Phrase | undefined {
  return (
    unreadable(before, after) ??
    (planned.some(({ fix }) => fix.settles)
      ? unsettledPlaces(planned, before, after)
      : unsettled(planned, before, after)) ??
    changedElsewhere(edits, before, after)
  );
}

function unreadable(before: Reading, after: Reading): Phrase | undefined {
  const known = counts(before.problems.map(problemKey));
  for (const [key, count] of counts(after.problems.map(problemKey))) {
    if (count > (known.get(key) ?? 0)) {
      const problem = after.problems.find(each => problemKey(each) === key);
      return phrase('proof.unreadable', { problem: problem?.message ?? dataWords(key) });
    }
  }
  return undefined;
}

/** Nothing may be left of what was to be settled, and nothing may come in its place. */
function unsettled(planned: readonly PlannedFix[], before: Reading, after: Reading): Phrase | undefined {
  const left = counts(activeKeys(before.findings));
  for (const { finding } of planned) {
    const key = findingKey(finding);
    left.set(key, (left.get(key) ?? 0) - 1);
  }
  for (const [key, count] of counts(activeKeys(after.findings))) {
    if (count <= (left.get(key) ?? 0)) continue;
    const found = after.findings.find(each => findingKey(each) === key);
    const settles = planned.some(({ finding }) => findingKey(finding) === key);
    const what = { rule: found?.rule ?? key, path: found?.path ?? '' };
    return settles ? phrase('proof.still-there', what) : phrase('proof.another', what);
  }
  return undefined;
}

/**
 * The same, place by place, for fixes that say which places they settle. What is left of a finding can be put together
 * anew: a place may belong to another finding than before, but none may be new.
 */
function unsettledPlaces(
  planned: readonly PlannedFix[],
  before: Reading,
  after: Reading,
): Phrase | undefined {
  const left = counts(placesIn(before.findings).map(placeOf));
  const settled = new Set<string>();
  for (const { finding, fix } of planned) {
    for (const place of fix.settles ?? [finding]) {
      const key = placeOf({ ...place, vendor: finding.vendor });
      settled.add(key);
      left.set(key, Math.max(0, (left.get(key) ?? 0) - 1));
    }
  }
  const now = placesIn(after.findings);
  for (const [key, count] of counts(now.map(placeOf))) {
    if (count <= (left.get(key) ?? 0)) continue;
    const place = now.find(each => placeOf(each) === key);
    const [value, path] = [place?.value ?? key, place?.path ?? ''];
    return settled.has(key)
      ? phrase('proof.place-still-there', { value, path })
      : phrase('proof.another', { rule: value, path });
  }
  return undefined;
}

type VendorPlace = SettledPlace & Pick<Finding, 'vendor'>;

/** All places of active findings, those of their occurrences included. */
function placesIn(findings: readonly Finding[]): VendorPlace[] {
  return findings
    .filter(finding => !finding.suppression)
    .flatMap(({ vendor, path, kind, value, occurrences }) => [
      { vendor, path, kind, value },
      ...occurrences.map(each => ({ vendor, path: each.path, kind: each.kind, value: each.value })),
    ]);
}

function placeOf({ vendor, kind, path, value }: VendorPlace): string {
  return [vendor, kind, path, value].join('\n');
}

/** References that no edit touches must be the same ones, moved by what the edits before them added or removed. */
function changedElsewhere(
  edits: ReadonlyMap<string, readonly TextEdit[]>,
  before: Reading,
  after: Reading,
): Phrase | undefined {
  for (const [path, own] of edits) {
    const [old, now] = [before.files.get(path), after.files.get(path)];
    if (!old || !now) continue;
    const move = movement(own);
    const moved = new Set(old.extraction.references.flatMap(each => placeKey(each.kind, move.of(each.span))));
    const present = new Set(
      now.extraction.references.flatMap(({ kind, span }) => (move.isNew(span) ? [] : placeKey(kind, span))),
    );
    if (moved.size !== present.size || [...moved].some(key => !present.has(key))) {
      return phrase('proof.meaning', { path });
    }
  }
  return undefined;
}

interface Movement {
  /** Where a span is afterwards; `undefined` when an edit touches it. */
  of(span: Span): Span | undefined;
  /** Whether a span of the new text lies at least partly in what was written. */
  isNew(span: Span): boolean;
}

/** An edit's place before and after all edits. */
interface Moved {
  readonly old: Span;
  readonly now: Span;
}

function movement(edits: readonly TextEdit[]): Movement {
  const moved: Moved[] = [];
  let shift = 0;
  for (const { span, newText } of [...edits].sort((a, b) => compareSpans(a.span, b.span))) {
    const start = span.start + shift;
    moved.push({ old: span, now: { start, end: start + newText.length } });
    shift += newText.length - (span.end - span.start);
  }
  return {
    of: span => {
      const index = firstIndex(moved, ({ old }) => old.end > span.start);
      const next = moved[index];
      if (next && next.old.start < span.end) return undefined;
      const last = moved[index - 1];
      const by = last ? last.now.end - last.old.end : 0;
      return { start: span.start + by, end: span.end + by };
    },
    isNew: span => {
      const next = moved[firstIndex(moved, ({ now }) => now.end > span.start)];
      return next !== undefined && next.now.start < span.end;
    },
  };
}

function placeKey(kind: string, span: Span | undefined): string[] {
  return span ? [`${kind}\n${span.start}\n${span.end}`] : [];
}

/** Without the place in the file: what stands below an edit moves, and so does what is counted in a list. */
function findingKey({ rule, vendor, kind, path, value }: Finding): string {
  return [rule, vendor, kind, path, value].join('\n');
}

function activeKeys(findings: readonly Finding[]): string[] {
  return findings.filter(finding => !finding.suppression).map(findingKey);
}

function problemKey({ code, path }: Problem): string {
  return `${code}\n${path}`;
}

function counts(keys: readonly string[]): Map<string, number> {
  const result = new Map<string, number>();
  for (const key of keys) result.set(key, (result.get(key) ?? 0) + 1);
  return result;
}
