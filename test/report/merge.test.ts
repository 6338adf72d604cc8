import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Result } from 'sarif';
import { jsonReport } from '../../src/report/json/json.ts';
import { jsonEvents } from '../../src/report/merge/json-events.ts';
import type { MergeInput } from '../../src/report/merge/merge-input.ts';
import { mergeJsonReports } from '../../src/report/merge/merge-json.ts';
import { mergeSarifReports } from '../../src/report/merge/merge-sarif.ts';
import { sarifReport } from '../../src/report/platforms/sarif.ts';
import type { Presentation, ScanReport } from '../../src/report/report.ts';
import { mergeSorted } from '../../src/text/merge-sorted.ts';
import { emptyReport, sampleReport } from './sample.ts';

const PLAIN: Presentation = { color: false, width: undefined, pathPrefix: '' };

/** A text in pieces of a few bytes, as files and networks give them. */
function input(text: string, prefix = '', size = 7): MergeInput {
  const bytes = new TextEncoder().encode(text);
  const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_each, index) =>
    bytes.subarray(index * size, (index + 1) * size),
  );
  return { name: `${prefix || 'one'}.json`, prefix, chunks: pieces };
}

const json = (report: ScanReport): string => [...jsonReport(report)].join('');
const sarif = (report: ScanReport): string => [...sarifReport(report, PLAIN)].join('');

/** A report's findings, dealt out to `count` reports in turn. */
function dealt(count: number, whole = sampleReport): ScanReport[] {
  return Array.from({ length: count }, (_each, shard) => ({
    ...sampleReport,
    findings: sampleReport.findings.filter((_finding, index) => index % count === shard),
    suppressed: whole.suppressed.filter((_finding, index) => index % count === shard),
    problems: shard === 0 ? sampleReport.problems : [],
    stats:
      shard === 0
        ? sampleReport.stats
        : { files: zero(sampleReport.stats.files), references: zero(sampleReport.stats.references) },
  }));
}

/** The sample's first finding, in another file. */
function reportAbout(path: string): ScanReport {
  const findings = sampleReport.findings.slice(0, 1).map(finding => ({ ...finding, path }));
  const source = (asked: string) =>
    sampleReport.source(asked === path ? (sampleReport.findings[0]?.path ?? '') : asked);
  return { ...sampleReport, findings, suppressed: [], problems: [], source };
}

function addressOf(result: Result): string | undefined {
  return result.locations?.[0]?.physicalLocation?.artifactLocation?.uri;
}

function zero<Counts extends Readonly<Record<string, number>>>(counts: Counts): Counts {
  return JSON.parse(JSON.stringify(counts, (_key, value) => (typeof value === 'number' ? 0 : value)));
}

describe('merge of JSON reports', () => {
  for (const count of [1, 2, 3, 7]) {
    it(`${count} parts of a report give the same bytes as the whole`, () => {
      const parts = dealt(count).map(report => input(json(report)));
      assert.equal([...mergeJsonReports(parts)].join(''), json(sampleReport));
    });
  }

  it('the same finding in two reports is one', () => {
    const merged = JSON.parse(
      [...mergeJsonReports([input(json(sampleReport)), input(json(sampleReport))])].join(''),
    );
    assert.equal(merged.findings.length, sampleReport.findings.length);
    assert.equal(merged.stats.files.discovered, 2 * sampleReport.stats.files.discovered);
  });

  it('a name in front tells the reports of repositories apart', () => {
    const parts = ['shop/', 'app/'].map(prefix => input(json(sampleReport), prefix));
    const merged = JSON.parse([...mergeJsonReports(parts)].join(''));
    const paths: string[] = merged.findings.map(({ path }: { path: string }) => path);
    assert.deepEqual(paths, [...paths].sort());
    assert.equal(paths.filter(path => path.startsWith('shop/')).length, sampleReport.findings.length);
    const places = merged.findings.flatMap(
      ({ occurrences }: { occurrences: { path: string }[] }) => occurrences,
    );
    assert.ok(places.every(({ path }: { path: string }) => /^(shop|app)\//.test(path)));
  });

  for (const [what, text, message] of [
    ['no JSON', 'hello', /one\.json cannot be read as a report/],
    [
      'a text that was cut off',
      json(sampleReport).slice(0, -40),
      /one\.json cannot be read as a report: The text ends too early/,
    ],
    ['another JSON file', '{"name":"x"}', /one\.json: head has another shape \(version: /],
    [
      'a finding of another shape',
      json(sampleReport).replace('"path":', '"file":'),
      /one\.json: finding has another shape \(path: /,
    ],
  ] as const) {
    it(`refuses ${what}`, () => {
      assert.throws(() => [...mergeJsonReports([input(text)])], message);
    });
  }
});

describe('merge of SARIF reports', () => {
  it('parts of a report give one run with all results, which point at the joined rules', () => {
    const merged = JSON.parse([...mergeSarifReports(dealt(3).map(report => input(sarif(report))))].join(''));
    const whole = JSON.parse(sarif(sampleReport));
    assert.equal(merged.runs.length, 1);
    const keys = (log: typeof merged): string[] =>
      log.runs[0].results.map((result: { message: { text: string } }) => result.message.text).sort();
    assert.deepEqual(keys(merged), keys(whole));
    for (const { ruleId, ruleIndex } of merged.runs[0].results) {
      assert.equal(merged.runs[0].tool.driver.rules[ruleIndex].id, ruleId);
    }
  });

  for (const count of [1, 2, 3]) {
    it(`${count} parts of a report give the results in the order of the whole`, () => {
      const ordered = { ...sampleReport, suppressed: sampleReport.suppressed.toReversed() };
      const parts = dealt(count, ordered).map(report => input(sarif(report)));
      const merged = JSON.parse([...mergeSarifReports(parts)].join(''));
      assert.deepEqual(merged.runs[0].results, JSON.parse(sarif(ordered)).runs[0].results);
    });
  }

  it('the order is that of paths, not of the addresses that stand for them', () => {
    const paths = ['a b.json', 'a!.json', 'a\u00e9.json', 'a\u4e00.json'];
    const parts = paths.toReversed().map(path => input(sarif(reportAbout(path))));
    const merged = JSON.parse([...mergeSarifReports(parts)].join(''));
    const addresses: string[] = merged.runs[0].results.map(addressOf);
    assert.deepEqual(addresses.map(decodeURIComponent), paths);
  });

  it('a report whose addresses nobody can decode is merged too', () => {
    const text = sarif(reportAbout('100%.json')).replaceAll('100%25.json', '100%.json');
    const merged = JSON.parse([...mergeSarifReports([input(text), input(text)])].join(''));
    assert.deepEqual(merged.runs[0].results.map(addressOf), ['100%.json', '100%.json']);
  });

  it('a name in front stands before every address of a file, also in fixes and notifications', () => {
    const text = sarif(sampleReport);
    const merged = [...mergeSarifReports([input(text, 'my shop/')])].join('');
    const addresses = (log: string) =>
      [...log.matchAll(/"uri":\s*"([^"]*)","uriBaseId"/g)].map(([, uri]) => uri);
    assert.match(text, /"artifactChanges"/);
    assert.match(text, /"toolExecutionNotifications":.*"artifactLocation"/);
    assert.deepEqual(
      addresses(merged).toSorted(),
      addresses(text)
        .map(uri => `my%20shop/${uri}`)
        .toSorted(),
    );
  });

  it('reports without findings can be merged too', () => {
    const merged = JSON.parse(
      [...mergeSarifReports([input(sarif(emptyReport)), input(sarif(emptyReport))])].join(''),
    );
    assert.deepEqual(merged.runs[0].results, []);
  });
});

describe('merging sorted sequences', () => {
  it('is sorting them together', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.integer())), lists => {
        const compare = (a: number, b: number): number => a - b;
        const sequences = lists.map(list => [...list].sort(compare).values());
        assert.deepEqual([...mergeSorted(sequences, compare)], lists.flat().sort(compare));
      }),
    );
  });
});

describe('events of a JSON text', () => {
  it('are the same however the text is cut into pieces', () => {
    const text = json(sampleReport);
    const paths = ['$.findings.*', '$.stats'];
    const whole = [...jsonEvents([new TextEncoder().encode(text)], paths)];
    assert.deepEqual(
      whole.filter(({ property }) => property === 'findings').map(({ value }) => value),
      JSON.parse(text).findings,
    );
    for (const size of [1, 2, 3, 64]) {
      assert.deepEqual([...jsonEvents(input(text, '', size).chunks, paths)], whole);
    }
  });
});
