import assert from 'node:assert/strict';
import type { VendorFacts } from '../../src/model/facts.ts';
import { documentMarkdown } from '../../src/report/documents/document-markdown.ts';
import { documentText } from '../../src/report/documents/document-text.ts';
import { type DossierContext, vendorDossier } from '../../src/report/documents/dossier.ts';
import { dossierPage } from '../../src/report/documents/dossier-page.ts';
import { styleFor } from '../../src/report/text/style.ts';
import { assertGolden } from './golden.ts';
import { sampleReport } from './sample.ts';

const NONCE = '0123456789abcdef0123456789abcdef';
const EVIL = `</title><img src=x onerror=alert(1)>"' [x](command:evil) \u001b[31m\u202e`;

const vendor = sampleReport.facts.vendor('example-cloud');
assert.ok(vendor);
const acts = ['aq-procurement', 'aq-first', 'aq-second'].flatMap(id => sampleReport.facts.evidence(id) ?? []);

const CONTEXT: DossierContext = {
  facts: {
    ...sampleReport.facts,
    regionsOf: () => [
      { id: 'south-1', country: 'AQ', city: 'Vostok', operator: 'Polar Hosting', ...sourced() },
      { id: 'north-1', country: 'IS', ...sourced() },
    ],
    evidenceFor: ({ vendor: id }) =>
      id === undefined ? [] : acts.map(evidence => ({ evidence, namedAs: 'exact' as const })),
  },
  ruleset: sampleReport.ruleset,
  uses: [
    use('deploy/main.tf', 6, 29, 'region', 'south-1', 'warning'),
    use('deploy/main.tf', 3, 22, 'provider', 'example/cloud', 'error'),
  ].map((each, index) => ({ ...each, place: { ...each.place, index } })),
  allRead: false,
  scan: { command: 'Scan the workspace', name: 'scanWorkspace', args: [] },
  today: '2026-11-26',
};

function sourced() {
  return { confidence: 'certain' as const, source: 'https://regions.example', date: '2026-01-01' };
}

function use(
  path: string,
  line: number,
  column: number,
  kind: 'region' | 'provider',
  value: string,
  severity: 'error' | 'warning',
) {
  return { place: { path, line, column }, kind, value, severity };
}

/** The same with something hostile wherever a text can come from a file. */
function hostile(): { vendor: VendorFacts; context: DossierContext } {
  const uses = CONTEXT.uses.map(each => ({ ...each, value: EVIL, place: { ...each.place, path: EVIL } }));
  const evil = acts.map(act => ({ ...act, title: EVIL, summary: EVIL, url: `javascript:alert(1)//${EVIL}` }));
  return {
    vendor: { ...(vendor as VendorFacts), name: EVIL, note: EVIL, homepage: 'javascript:alert(1)' },
    context: {
      ...CONTEXT,
      uses,
      facts: { ...CONTEXT.facts, evidenceFor: () => evil.map(evidence => ({ evidence, namedAs: 'exact' })) },
    },
  };
}

describe('a dossier', () => {
  it('as a page', () => assertGolden('dossier.html', withoutStyle(dossierPage(vendor, CONTEXT, NONCE))));

  it('as Markdown', () =>
    assertGolden('dossier.md', `${documentMarkdown(vendorDossier(vendor, CONTEXT), { commands: false })}\n`));

  it('as text', () => {
    const style = styleFor({ color: false, width: 100, pathPrefix: '' });
    assertGolden('dossier.txt', `${[...documentText(vendorDossier(vendor, CONTEXT), style)].join('\n')}\n`);
  });

  it('lets nothing run but its own style and script', () => {
    const page = dossierPage(vendor, CONTEXT, NONCE);
    assert.match(page, /content="default-src 'none'; style-src 'nonce-0123456789abcdef0123456789abcdef'/);
    assert.deepEqual(page.match(/<(script|style)[^>]*>/g), [
      `<style nonce="${NONCE}">`,
      `<script nonce="${NONCE}">`,
    ]);
    assert.doesNotMatch(page, / on\w+=| style=|src=|@import|url\(/);
    assert.throws(() => dossierPage(vendor, CONTEXT, `x' 'unsafe-inline`), RangeError);
  });

  it('shows hostile text letter for letter', () => {
    const { vendor: evilVendor, context } = hostile();
    const page = dossierPage(evilVendor, context, NONCE);
    assert.doesNotMatch(page, /<img|href="(?!https:)|(?!\n)[\p{Cc}\p{Cf}]/u);
    assert.equal(page.match(/<\/title>/g)?.length, page.match(/<title/g)?.length);
    const markdown = documentMarkdown(vendorDossier(evilVendor, context), { commands: true }).replace(
      /`[^`\n]*`/g,
      'code',
    );
    assert.doesNotMatch(markdown, /\]\((?!https:|command:scanWorkspace)|(?!\n)[\p{Cc}\p{Cf}]/u);
  });

  it('gives the picture a title, a description and the same numbers as the lists', () => {
    const page = dossierPage(vendor, CONTEXT, NONCE);
    assert.match(page, /<svg role="img"[^>]* aria-labelledby="timeline-title timeline-description">/);
    const marks = [...page.matchAll(/text-anchor="middle">(\d{1,2})<\/text><\/g>/g)].map(match => match[1]);
    const items = [...page.matchAll(/<li value="(\d+)"/g)].map(match => match[1]);
    assert.deepEqual(marks.sort(), items.sort());
    assert.equal(marks.length, acts.length);
  });
});

/** The style is no text that people read here. */
function withoutStyle(page: string): string {
  return page.replace(/(<style[^>]*>)[\s\S]*?(<\/style>)/, '$1…$2');
}
