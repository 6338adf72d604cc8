import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadCatalog, loadLanguage, loadRulesets, scan } from '../../src/engine/index.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Audience } from '../../src/model/vocabulary.ts';
import { documentText } from '../../src/report/documents/document-text.ts';
import { findingExplanation } from '../../src/report/documents/explanation.ts';
import { findingMessage } from '../../src/report/message.ts';
import { styleFor } from '../../src/report/text/style.ts';
import { memoryTree, testClock } from '../support/disk-tree.ts';
import { assertGolden } from './golden.ts';

/**
 * What people read about ten findings of different kinds, to be read aloud as a sceptical lawyer would: no sentence that
 * its source does not carry.
 */

const FILES = {
  'main.tf': [
    'terraform {',
    '  required_providers {',
    '    alicloud = { source = "aliyun/alicloud" }',
    '    aws      = { source = "hashicorp/aws" }',
    '  }',
    '}',
    'variable "place" {',
    '  default = "cn-north-1"',
    '}',
    'provider "aws" {',
    '  region = var.place',
    '}',
    'provider "alicloud" {',
    '  region = "us-east-1"',
    '}',
    'resource "alicloud_oss_bucket" "invoices" {',
    '  bucket = "invoices"',
    '}',
    '',
  ].join('\n'),
  'package.json': '{ "dependencies": { "tencentcloud-sdk-nodejs": "^4.0.0" } }\n',
  '.env': 'OPENAI_BASE_URL=https://api.deepseek.com/v1\n',
  '.npmrc': 'registry=https://registry.npmmirror.com/\n',
  Dockerfile: 'FROM swr.cn-north-4.myhuaweicloud.com/shop/base:1\nCMD ["node"]\n',
  'web/package.json': '{ "name": "web", "dependencies": { "uploads": "^1.0.0" } }\n',
  'web/package-lock.json': `${JSON.stringify({
    name: 'web',
    lockfileVersion: 3,
    packages: {
      '': { name: 'web', dependencies: { uploads: '^1.0.0' } },
      'node_modules/uploads': { version: '1.2.0', dependencies: { 'ali-oss': '^6.0.0' } },
      'node_modules/ali-oss': { version: '6.23.0' },
    },
  })}\n`,
  '.github/workflows/deploy.yml': [
    'on: push',
    'jobs:',
    '  deploy:',
    '    runs-on: ubuntu-latest',
    '    steps:',
    '      - uses: aliyun/ack-set-context@v1',
    '',
  ].join('\n'),
  'k8s/service.yaml': [
    'apiVersion: v1',
    'kind: Service',
    'metadata:',
    '  name: shop',
    '  annotations:',
    '    kubernetes.io/elb.class: union',
    'spec:',
    '  type: LoadBalancer',
    '',
  ].join('\n'),
};

const TEN: readonly { readonly title: string; readonly path: string; readonly kind: string }[] = [
  { title: 'a provider', path: 'main.tf', kind: 'provider' },
  { title: 'a resource', path: 'main.tf', kind: 'resource' },
  { title: 'a region that somebody else operates', path: 'main.tf', kind: 'region' },
  { title: 'an SDK', path: 'package.json', kind: 'package' },
  { title: 'the host of an AI API', path: '.env', kind: 'host' },
  { title: 'a mirror', path: '.npmrc', kind: 'mirror' },
  { title: 'a base image', path: 'Dockerfile', kind: 'image' },
  { title: 'a package that another brings in', path: 'web/package.json', kind: 'package' },
  { title: 'a workflow action', path: '.github/workflows/deploy.yml', kind: 'action' },
  { title: 'an annotation', path: 'k8s/service.yaml', kind: 'annotation' },
];

const AUDIENCES: readonly { readonly name: string; readonly audience: readonly Audience[] }[] = [
  { name: 'nobody in particular', audience: [] },
  { name: 'a US defence contractor', audience: ['us-defense-contractor'] },
  { name: 'an EU company', audience: ['eu'] },
];

describe('ten findings', () => {
  for (const [file, locale] of [
    ['ten-findings.txt', 'en'],
    ['ten-findings-fr.txt', 'fr'],
    ['ten-findings-de.txt', 'de'],
  ] as const) {
    it(`in words (${locale})`, async () => assertGolden(file, await tenFindings(locale)));
  }

  it('say nothing that EVIDENCE forbids', () => {
    const text = readFileSync(join(import.meta.dirname, 'golden', 'ten-findings.txt'), 'utf8');
    assert.doesNotMatch(text, /\b(spies|hands over|blacklisted|insecure|hostile|regime)\b/i);
    assert.doesNotMatch(text, /not listed/i);
  });
});

async function tenFindings(locale: string): Promise<string> {
  const facts = await loadCatalog();
  const language = await loadLanguage(locale);
  const style = styleFor({ color: false, width: 110, pathPrefix: '' });
  const parts: string[] = [];
  const audiences = locale === 'en' ? AUDIENCES : AUDIENCES.slice(0, 1);
  const scans = await Promise.all(
    audiences.map(async ({ name, audience }) => {
      const { ruleset } = await loadRulesets([], audience);
      const { findings } = await scan({ tree: memoryTree(FILES), ruleset, clock: testClock });
      return { name, findings, context: { facts, ruleset, language, today: testClock.today() } };
    }),
  );
  for (const { title, path, kind } of TEN) {
    parts.push(`## ${title}\n`);
    let explained = '';
    for (const { name, findings, context } of scans) {
      const finding = findings.find(each => each.path === path && each.kind === kind);
      assert.ok(finding, `${title}: ${describeAll(findings)}`);
      parts.push(`For ${name} (${finding.severity}):\n${findingMessage(finding, context)}\n`);
      if (explained !== '') continue;
      explained = [...documentText(findingExplanation(finding, context), style)].join('\n');
    }
    parts.push(`${indented(explained)}\n`);
  }
  return parts.join('\n');
}

function describeAll(findings: readonly Finding[]): string {
  return findings.map(({ path, kind, value }) => `${path} ${kind} ${value}`).join('; ');
}

function indented(text: string): string {
  return text.replace(/^(?=.)/gm, '    | ');
}
