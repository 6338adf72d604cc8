import assert from 'node:assert/strict';
import { inventory, loadRulesets, scan } from '../../src/engine/index.ts';
import type { Extraction } from '../../src/model/extraction.ts';
import type { Format } from '../../src/model/format.ts';
import { ENGLISH } from '../../src/report/language.ts';
import { makeSource } from '../../src/text/source.ts';
import type { Span } from '../../src/text/span.ts';
import { memoryTree, testClock } from '../support/disk-tree.ts';

/** Milliseconds of the processor that an input of some ten thousand characters may take; most take one. */
const TIME_LIMIT = 3000;

/**
 * Extracts a text as a format's.
 * @throws AssertionError when it throws, takes too long, or gives a place outside the text
 */
export async function checkExtraction(format: Format, path: string, text: string): Promise<void> {
  const extract = await format.load();
  const started = process.cpuUsage();
  const extraction = extract(makeSource(path, text));
  const milliseconds = process.cpuUsage(started).user / 1000;
  assert.ok(milliseconds < TIME_LIMIT, `${format.id} took ${milliseconds} ms for ${text.length} characters`);
  for (const { start, end } of spansOf(extraction)) {
    const isInside = start >= 0 && start <= end && end <= text.length;
    assert.ok(isInside, `${format.id}: ${start}-${end} of ${text.length}`);
  }
}

/** Scans a file: what the counts and the findings must be whatever it holds. */
export async function checkScan(path: string, text: string): Promise<void> {
  const tree = memoryTree({ [path]: text });
  const { ruleset } = await loadRulesets([]);
  const listed = await inventory({ tree });
  const scanned = await scan({ tree, ruleset, clock: testClock });
  const again = await scan({ tree, ruleset, clock: testClock });
  assert.deepEqual(again.findings, scanned.findings);
  for (const { state, reason } of listed.references) assert.equal(state === 'matched', reason === undefined);
  const { matched, unmatched, unresolved } = scanned.stats.references;
  assert.ok(matched + unmatched + unresolved <= listed.references.length);
  for (const { code, message } of scanned.problems)
    assert.notEqual(code, 'internal-error', ENGLISH.phrase(message));
  for (const { span } of scanned.findings) assert.ok(span.start <= span.end && span.end <= text.length);
}

function spansOf({ references, definitions, comments, problems }: Extraction): Span[] {
  return [
    ...references.map(({ span }) => span),
    ...definitions.flatMap(definition => ('span' in definition ? [definition.span as Span] : [])),
    ...comments.flatMap(({ span, block }) => [span, block]),
    ...problems.flatMap(({ span }) => (span ? [span] : [])),
  ];
}
