import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { Spec, Validation } from '@cyclonedx/cyclonedx-library';
import { default as Ajv04 } from 'ajv-draft-04';
import { default as addFormats } from 'ajv-formats';
import type { Log, Result } from 'sarif';
import { parseXml } from '../../src/parsers/xml/parse.ts';
import { htmlReport } from '../../src/report/html/html.ts';
import { SCAN_REPORTERS } from '../../src/report/index.ts';
import { csvReport } from '../../src/report/platforms/csv.ts';
import { cyclonedxReport } from '../../src/report/platforms/cyclonedx.ts';
import { githubReport } from '../../src/report/platforms/github.ts';
import { gitlabCodeQualityReport } from '../../src/report/platforms/gitlab-code-quality.ts';
import { gitlabSastReport } from '../../src/report/platforms/gitlab-sast.ts';
import { junitReport } from '../../src/report/platforms/junit.ts';
import { pullRequestReport } from '../../src/report/platforms/pull-request.ts';
import { sarifReport } from '../../src/report/platforms/sarif.ts';
import type { Presentation, ScanReport, ScanReporter } from '../../src/report/report.ts';
import { makeSource } from '../../src/text/source.ts';
import { dataWords } from '../../src/words/phrase.ts';
import { assertGolden } from './golden.ts';
import { emptyReport, sampleReport } from './sample.ts';

const PLAIN: Presentation = { color: false, width: undefined, pathPrefix: '' };
const require = createRequire(import.meta.url);

function show(reporter: ScanReporter, report = sampleReport, presentation = PLAIN): string {
  return [...reporter(report, presentation)].join('');
}

describe('platform reports', () => {
  const goldens: readonly (readonly [string, ScanReporter])[] = [
    ['sarif.json', sarifReport],
    ['pull-request.md', pullRequestReport],
    ['report.html', htmlReport],
    ['github.txt', githubReport],
    ['gitlab-code-quality.json', gitlabCodeQualityReport],
    ['gitlab-sast.json', gitlabSastReport],
    ['junit.xml', junitReport],
    ['findings.csv', csvReport],
    ['cyclonedx.json', cyclonedxReport],
  ];
  for (const [file, reporter] of goldens) {
    it(`${file}: the same input gives the same bytes`, () => assertGolden(file, show(reporter)));
  }

  it('every reporter says something about a scan without findings, and ends its line', async () => {
    for (const load of Object.values(SCAN_REPORTERS)) {
      const text = show(await load(), emptyReport);
      if (text !== '') assert.ok(text.endsWith('\n'));
    }
  });

  it('lets nothing through that could hide or reorder text', () => {
    for (const [, reporter] of goldens) {
      assert.doesNotMatch(show(reporter), /(?![\n\r])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
    }
  });
});

describe('SARIF', () => {
  const {
    $schema: _dialect,
    ...schema
  } = require('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
  const ajv = new Ajv04.default({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats.default(ajv);
  const validate = ajv.compile(schema);

  for (const [name, report] of [
    ['findings', sampleReport],
    ['no findings', emptyReport],
  ] as const) {
    it(`is valid by its schema with ${name}`, () => {
      validate(JSON.parse(show(sarifReport, report)));
      assert.deepEqual(validate.errors, null);
    });
  }

  const log: Log = JSON.parse(show(sarifReport, sampleReport, { ...PLAIN, pathPrefix: 'infra/' }));
  const results: readonly Result[] = log.runs[0]?.results ?? [];

  it('names files relative to the folder that the command ran in, as URIs', () => {
    const uris = results.map(result => result.locations?.[0]?.physicalLocation?.artifactLocation?.uri);
    assert.ok(uris.includes('infra/deploy/main.tf'));
    assert.ok(uris.includes('infra/evil%1B%5B31m%E2%80%AE.env'));
  });

  it('has a stable fingerprint, a known rule and a message in every result', () => {
    const rules = log.runs[0]?.tool.driver.rules ?? [];
    for (const { ruleId, ruleIndex, partialFingerprints, message } of results) {
      assert.equal(rules[ruleIndex ?? -1]?.id, ruleId);
      assert.match(partialFingerprints?.['vendorDiligence/v1'] ?? '', /^[0-9a-f]{16}$/);
      assert.ok(message.text);
    }
  });

  it('keeps silenced findings, marked as GitHub and others expect', () => {
    const kinds = results.flatMap(result => result.suppressions?.map(({ kind }) => kind) ?? []);
    assert.deepEqual(kinds, ['inSource', 'external']);
  });

  it('links to where a value comes from by its number among the related locations', () => {
    const linked = results.find(result => /\[var\.region\]\(0\)/.test(result.message.text ?? ''));
    const [first] = linked?.relatedLocations ?? [];
    assert.equal(first?.id, 0);
    assert.equal(first?.physicalLocation?.artifactLocation?.uri, 'infra/deploy/variables.tf');
  });

  it('writes no fix out that changes more places than anybody reads', () => {
    const path = 'deploy/variables.tf';
    const fixOf = (places: number) => ({
      title: `Move ${places} places`,
      grade: 'guided' as const,
      edits: new Map([
        [
          path,
          Array.from({ length: places }, (_, start) => ({ span: { start, end: start + 1 }, newText: '' })),
        ],
      ]),
    });
    const report = { ...sampleReport, fixesOf: () => [fixOf(101), fixOf(100)] };
    const [result]: Result[] = JSON.parse(show(sarifReport, report)).runs[0].results;
    assert.deepEqual(
      result?.fixes?.map(({ description }) => description?.text),
      ['Move 100 places'],
    );
  });

  it('describes fixes as text to be replaced', () => {
    const region = results.find(result => result.fixes);
    const change = region?.fixes?.[0]?.artifactChanges[0];
    assert.equal(change?.replacements[0]?.insertedContent?.text, 'north-1');
  });
});

describe('CycloneDX', () => {
  it('is valid by its schema', async () => {
    const validator = new Validation.JsonStrictValidator(Spec.Version.v1dot6);
    for (const report of [sampleReport, emptyReport]) {
      assert.equal(await validator.validate(show(cyclonedxReport, report)), null);
    }
  });
});

describe('JUnit', () => {
  it('is well-formed XML with as many failures as findings', () => {
    const text = show(junitReport);
    assert.deepEqual(parseXml(makeSource('junit.xml', text)).problems, []);
    assert.equal(text.match(/<failure /g)?.length, sampleReport.findings.length);
    assert.equal(text.match(/<error /g)?.length, sampleReport.problems.length);
  });
});

describe('GitHub annotations', () => {
  it('are one line each, whatever names and values contain', () => {
    const lines = show(githubReport).trimEnd().split('\n');
    assert.equal(lines.length, sampleReport.findings.length + sampleReport.problems.length);
    for (const line of lines) assert.match(line, /^::(error|warning|notice) [^:]*::./);
  });
});

describe('CSV', () => {
  it('lets no field become a formula', () => {
    const [finding] = sampleReport.findings;
    assert.ok(finding);
    const report: ScanReport = { ...sampleReport, findings: [{ ...finding, value: '=cmd|"x"' }] };
    assert.ok(show(csvReport, report).includes(`"'=cmd|""x"""`));
  });
});

describe('pull request comment', () => {
  it('mentions nobody and no issue, as a reference to a character would', () => {
    const problem = { code: 'unreadable', path: 'a', message: dataWords('@acme/team #12') } as const;
    const text = show(pullRequestReport, { ...sampleReport, problems: [problem] });
    assert.match(text, /&#64;&#8203;acme\/team &#35;&#8203;12/);
    assert.doesNotMatch(text, /(?:@|&#64;)(?!&#8203;)\w/);
  });

  it('stays within what a comment can hold, and says how many findings it leaves out', () => {
    const findings = Array.from({ length: 2000 }, () => sampleReport.findings).flat();
    const text = show(pullRequestReport, { ...sampleReport, findings });
    assert.ok(text.length < 65_536);
    assert.match(text, /- and [\d,]+ more/);
  });
});

describe('HTML report', () => {
  it('has no script, loads nothing, and shows hostile text as text', () => {
    const [finding] = sampleReport.findings;
    assert.ok(finding);
    const hostile = { ...finding, value: '<img src=x onerror=alert(1)>', rule: '"><script>' };
    const text = show(htmlReport, { ...sampleReport, findings: [hostile] });
    assert.doesNotMatch(text, /<script|<img|\son\w+=(?!x? ?alert)/);
    assert.match(text, /default-src 'none'/);
    assert.ok(text.includes('&lt;img src=x onerror=alert(1)&gt;'));
  });
});
