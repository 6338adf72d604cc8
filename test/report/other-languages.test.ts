import assert from 'node:assert/strict';
import { fixesOf, loadLanguage, loadRulesets, settlingFixesOf, Workspace } from '../../src/engine/index.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Fix } from '../../src/model/fix.ts';
import { findingHover } from '../../src/report/documents/hover.ts';
import { fixOffers } from '../../src/report/fix-offers.ts';
import { SCAN_REPORTERS } from '../../src/report/index.ts';
import type { Language } from '../../src/report/language.ts';
import type { ScanReport } from '../../src/report/report.ts';
import { makeSource } from '../../src/text/source.ts';
import { en } from '../../src/words/en/index.ts';
import type { MessageKey } from '../../src/words/keys.ts';
import { memoryTree, testClock } from '../support/disk-tree.ts';
import { assertGolden } from './golden.ts';

/** A project with findings of every kind that people read about, a comment that silences nothing, and a broken file. */
const FILES = {
  'main.tf':
    'provider "alicloud" {\n  region = "cn-beijing"\n}\n\nresource "alicloud_oss_bucket" "a" {\n  bucket = "a"\n}\n',
  'aws.tf': 'provider "aws" {\n  region = "cn-north-1"\n}\n',
  'package.json':
    '{ "dependencies": { "ali-oss": "^6.0.0", "cos-nodejs-sdk-v5": "2.14.0", "@alicloud/openapi-client": "^0.4.0" } }\n',
  Dockerfile:
    'FROM registry.cn-hangzhou.aliyuncs.com/acme/web:1\n# vendor-diligence-ignore-next-line flagged-region -- nothing\nRUN pip install -i https://mirrors.aliyun.com/pypi/simple/ flask\n',
  '.npmrc': 'registry=https://registry.npmmirror.com/\n',
  '.env': 'OPENAI_BASE_URL=https://api.deepseek.com/v1\n',
  'service.yaml':
    'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\n  annotations:\n    service.beta.kubernetes.io/alibaba-cloud-loadbalancer-address-type: internet\n',
  'broken.tf': 'resource "x" {\n',
  'broken.json': '{ "a": 1 "b": 2 }\n',
};

describe('reports in other languages', () => {
  for (const tag of ['fr', 'de'] as const) {
    it(`leave nothing in English (${tag})`, async () => {
      const language = await loadLanguage(tag);
      const { report, fixes } = await readProject(language);
      const hovers = report.findings.map(finding => findingHover(finding, report));
      const said = fixes.flatMap(({ title, reason }) => [title, ...(reason ? [reason] : [])]);
      const all = [
        ...(await Promise.all(
          (['text', 'markdown', 'html', 'sarif'] as const).map(format => rendered(format, report)),
        )),
        ...hovers,
        ...said.map(phrase => language.phrase(phrase)),
      ].map(readable);
      const words = englishWords(language, report);
      assert.ok(words.length > 400, `${words.length} English texts are looked for`);
      const left = words.flatMap(english => {
        const found = all.find(text => text.includes(english));
        return found === undefined ? [] : [around(found, english)];
      });
      assert.deepEqual(left, []);
    });

    it(`HTML, for a page that people send around (${tag})`, async () => {
      const { report } = await readProject(await loadLanguage(tag));
      assertGolden(`report-${tag}.html`, await rendered('html', report));
    });
  }
});

interface Project {
  readonly report: ScanReport;
  /** What is offered, after it was tried. */
  readonly fixes: readonly Fix[];
}

async function readProject(language: Language): Promise<Project> {
  const { ruleset } = await loadRulesets([{ bundled: 'us-defense-contractor' }]);
  const workspace = new Workspace({ tree: memoryTree(FILES), ruleset, clock: testClock });
  const { findings, problems, stats, catalog } = await workspace.scan();
  assert.ok(catalog);
  const sources = new Map(Object.entries(FILES).map(([path, text]) => [path, makeSource(path, text)]));
  const fixesFor = (finding: Finding) => fixesOf(finding, { ruleset, catalog, findings, sources });
  const fixes: Fix[] = [];
  for (const finding of findings) {
    for (const fix of fixesFor(finding)) fixes.push(await workspace.prove({ finding, fix }, sources));
  }
  const report: ScanReport = {
    tool: { name: 'vendor-diligence', version: '1.2.3' },
    ruleset,
    facts: catalog,
    findings: findings.filter(finding => !finding.suppression),
    suppressed: [],
    problems,
    stats,
    today: testClock.today(),
    language,
    source: path => sources.get(path),
    fixesOf: finding =>
      fixOffers(settlingFixesOf(finding, { ruleset, catalog, findings, sources }), language),
  };
  return { report, fixes };
}

async function rendered(format: keyof typeof SCAN_REPORTERS, report: ScanReport): Promise<string> {
  const render = await SCAN_REPORTERS[format]();
  return [...render(report, { color: false, width: undefined, pathPrefix: '' })].join('');
}

/** What is between the placeholders of texts, and what the catalog says of what is found, where the language says it otherwise. */
function englishWords(
  { say, evidence, words }: Language,
  { findings, facts, ruleset }: ScanReport,
): string[] {
  const keys = Object.keys(en) as MessageKey[];
  const texts = keys.flatMap(key => pieces(en[key]).filter(piece => !textOf(say, key).includes(piece)));
  const acts = [...new Set(findings.flatMap(finding => finding.evidence))].flatMap(
    id => facts.evidence(id) ?? [],
  );
  const ofActs = acts.flatMap(act => {
    const said = evidence(act);
    return (['title', 'authority', 'summary', 'appliesTo'] as const).flatMap(field =>
      said[field].includes(act[field]) ? [] : [act[field]],
    );
  });
  const descriptions = ruleset.rules.flatMap(({ description }) => description ?? []);
  return [...texts, ...ofActs, ...descriptions.filter(each => words(each) !== each)];
}

/** Placeholders stay as they are when nothing fills them. */
function textOf(say: Language['say'], key: MessageKey): string {
  return (say as (key: MessageKey) => string)(key);
}

/** Parts of two words or more: single ones can be names, or words of both languages. */
function pieces(text: string): string[] {
  return text
    .split(/\{[\w-]+\}/)
    .map(piece => piece.trim())
    .filter(piece => /\p{L}{2,}.*\s.*\p{L}{2,}/u.test(piece));
}

/** Without what markup makes of the text. */
function readable(text: string): string {
  const decoded = text.replace(/&#(\d+);/g, (_all, code: string) => String.fromCharCode(Number(code)));
  return decoded
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');
}

function around(text: string, words: string): string {
  const at = text.indexOf(words);
  return text.slice(Math.max(0, at - 60), at + words.length + 60);
}
