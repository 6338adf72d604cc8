import assert from 'node:assert/strict';
import type { Finding } from '../../src/model/finding.ts';
import { applySuppressions } from '../../src/ruleset/suppressions.ts';
import { makeSource } from '../../src/text/source.ts';
import { span } from '../../src/text/span.ts';

const TODAY = '2026-11-23';

/** `comment` begins at the marker's line; `«…»` encloses the finding's token. */
interface Case {
  what: string;
  lines: string[];
  policy?: 'allow' | 'require-reason' | 'forbid';
  /** Whether the finding is silenced. */
  silent: boolean;
  /** The rules of further findings. */
  complaints?: string[];
}

const TABLE: Case[] = [
  {
    what: 'the next line',
    lines: ['# vendor-diligence-ignore-next-line flagged-vendor -- moving', 'a = «x»'],
    silent: true,
  },
  {
    what: 'by vendor',
    lines: ['# vendor-diligence-ignore-next-line alibaba-cloud -- moving', 'a = «x»'],
    silent: true,
  },
  {
    what: 'one of several',
    lines: ['# vendor-diligence-ignore-next-line other, flagged-vendor -- moving', 'a = «x»'],
    silent: true,
  },
  {
    what: 'the same line',
    lines: ['a = «x» # vendor-diligence-ignore-line flagged-vendor -- moving'],
    silent: true,
  },
  {
    what: 'without a scope, behind the line',
    lines: ['a = «x» # vendor-diligence-ignore flagged-vendor -- moving'],
    silent: true,
  },
  {
    what: 'without a scope, above the line',
    lines: ['# vendor-diligence-ignore flagged-vendor -- moving', 'a = «x»'],
    silent: true,
  },
  {
    what: 'blank lines between',
    lines: ['# vendor-diligence-ignore-next-line flagged-vendor -- moving', '', 'a = «x»'],
    silent: true,
  },
  {
    what: 'the whole file',
    lines: ['a = «x»', '# vendor-diligence-ignore-file flagged-vendor -- moving'],
    silent: true,
  },
  {
    what: 'until a day to come',
    lines: ['# vendor-diligence-ignore flagged-vendor until 2026-12-31 -- moving', 'a = «x»'],
    silent: true,
  },
  {
    what: 'until today',
    lines: ['# vendor-diligence-ignore flagged-vendor until 2026-11-23 -- moving', 'a = «x»'],
    silent: true,
  },
  {
    what: 'until yesterday',
    lines: ['# vendor-diligence-ignore flagged-vendor until 2026-11-22 -- moving', 'a = «x»'],
    silent: false,
    complaints: ['suppression-expired'],
  },
  {
    what: 'another rule',
    lines: ['# vendor-diligence-ignore-next-line other -- moving', 'a = «x»'],
    silent: false,
    complaints: ['suppression-unused'],
  },
  {
    what: 'another line',
    lines: ['# vendor-diligence-ignore-next-line flagged-vendor -- moving', 'b = 1', 'a = «x»'],
    silent: false,
    complaints: ['suppression-unused'],
  },
  {
    what: 'no reason where one is required',
    lines: ['# vendor-diligence-ignore flagged-vendor', 'a = «x»'],
    silent: false,
    complaints: ['suppression-malformed'],
  },
  {
    what: 'no reason where none is required',
    policy: 'allow',
    lines: ['# vendor-diligence-ignore flagged-vendor', 'a = «x»'],
    silent: true,
  },
  {
    what: 'no rule',
    lines: ['# vendor-diligence-ignore -- moving', 'a = «x»'],
    silent: false,
    complaints: ['suppression-malformed'],
  },
  {
    what: 'a misspelt scope',
    lines: ['# vendor-diligence-ignore-nextline flagged-vendor -- moving', 'a = «x»'],
    silent: false,
    complaints: ['suppression-malformed'],
  },
  {
    what: 'a bad date',
    lines: ['# vendor-diligence-ignore flagged-vendor until soon -- moving', 'a = «x»'],
    silent: false,
    complaints: ['suppression-malformed'],
  },
  {
    what: 'a day that no calendar has',
    lines: ['# vendor-diligence-ignore flagged-vendor until 2026-99-99 -- moving', 'a = «x»'],
    silent: false,
    complaints: ['suppression-malformed'],
  },
  {
    what: 'forbidden by the ruleset',
    policy: 'forbid',
    lines: ['# vendor-diligence-ignore flagged-vendor -- moving', 'a = «x»'],
    silent: false,
    complaints: ['suppression-forbidden'],
  },
  {
    what: 'a block comment',
    lines: ['/* vendor-diligence-ignore-next-line flagged-vendor -- moving */', 'a = «x»'],
    silent: true,
  },
  {
    what: 'CRLF',
    lines: ['# vendor-diligence-ignore-next-line flagged-vendor -- moving\r', 'a = «x»\r'],
    silent: true,
  },
];

describe('suppression comments', () => {
  for (const each of TABLE) {
    it(each.what, () => {
      const [finding, ...complaints] = apply(each);
      assert.equal(finding?.suppression !== undefined, each.silent);
      assert.deepEqual(
        complaints.map(complaint => complaint.rule),
        each.complaints ?? [],
      );
    });
  }

  it('silences one place of several, and the finding moves to the next', () => {
    const source = makeSource(
      'Dockerfile',
      '# vendor-diligence-ignore-next-line flagged-vendor -- moving\nQ\nQ\n',
    );
    const comment = { span: span(0, source.text.indexOf('\n')), block: span(0, source.text.length) };
    const [first, second] = [source.text.indexOf('Q'), source.text.lastIndexOf('Q')];
    const finding: Finding = {
      ...findingAt(first, first + 1),
      kind: 'mirror',
      path: 'Dockerfile',
      occurrences: [{ path: 'Dockerfile', span: span(second, second + 1), value: 'x', kind: 'mirror' }],
    };
    const result = applySuppressions([finding], [{ source, comments: [comment] }], 'require-reason', TODAY);
    assert.deepEqual(
      result.map(each => [each.span.start, each.suppression !== undefined]),
      [
        [first, true],
        [second, false],
      ],
    );
  });

  it('silences any number of places of one finding, in time proportional to it', () => {
    const comment = '# vendor-diligence-ignore-file flagged-vendor -- generated\n';
    const source = makeSource('Dockerfile', comment + 'Q\n'.repeat(50_000));
    const places = Array.from({ length: 50_000 }, (_each, line) => comment.length + 2 * line);
    const finding: Finding = {
      ...findingAt(comment.length, comment.length + 1),
      kind: 'mirror',
      path: 'Dockerfile',
      occurrences: places
        .slice(1)
        .map(start => ({ path: 'Dockerfile', span: span(start, start + 1), value: 'x', kind: 'mirror' })),
    };
    const comments = [{ span: span(0, comment.length - 1), block: span(0, source.text.length) }];
    const result = applySuppressions([finding], [{ source, comments }], 'require-reason', TODAY);
    assert.equal(result.filter(each => each.suppression).length, 50_000);
    assert.equal(result.length, 50_000);
  });

  it('keeps reason and end date', () => {
    const [finding] = apply({
      what: '',
      lines: ['# vendor-diligence-ignore flagged-vendor until 2027-01-31 -- moves in Q1', 'a = «x»'],
      silent: true,
    });
    assert.deepEqual(finding?.suppression, { by: 'comment', reason: 'moves in Q1', until: '2027-01-31' });
  });
});

function apply({ lines, policy = 'require-reason' }: Case): Finding[] {
  const marked = lines.join('\n');
  const text = marked.replace(/[«»]/g, '');
  const start = marked.indexOf('«');
  const source = makeSource('main.tf', text);
  const from = text.search(/[#/]\*? vendor-diligence/);
  const end = text.indexOf('\n', from);
  const comment = { span: span(from, end < 0 ? text.length : end), block: span(0, text.length) };
  return applySuppressions(
    [findingAt(start, marked.indexOf('»') - 1)],
    [{ source, comments: [comment] }],
    policy,
    TODAY,
  );
}

function findingAt(start: number, end: number): Finding {
  return {
    rule: 'flagged-vendor',
    vendor: 'alibaba-cloud',
    kind: 'provider',
    relationship: 'service',
    concerns: [],
    severity: 'warning',
    confidence: 'certain',
    path: 'main.tf',
    span: span(start, end),
    value: 'x',
    evidence: [],
    trace: [],
    trail: [],
    via: [],
    occurrences: [],
    fingerprint: '',
    structuralPath: [],
  };
}
