import assert from 'node:assert/strict';
import { scanUnder } from './scan-under.ts';

const NOT_APPROVED = 'warning not-approved';

function terraform(providers: Readonly<Record<string, string>>, rest = ''): Record<string, string> {
  const required = Object.entries(providers).map(
    ([name, source]) => `    ${name} = { source = "${source}" }`,
  );
  return { 'main.tf': `terraform {\n  required_providers {\n${required.join('\n')}\n  }\n}\n${rest}` };
}

interface Case {
  readonly says: string;
  readonly approved?: object;
  readonly texts: Readonly<Record<string, string>>;
  readonly gives: readonly string[];
}

const CASES: readonly Case[] = [
  {
    says: 'a vendor of the catalog that is not approved',
    texts: terraform({ cloudflare: 'cloudflare/cloudflare' }),
    gives: [`main.tf:3 ${NOT_APPROVED} cloudflare cloudflare/cloudflare`],
  },
  {
    says: 'an approved vendor is not flagged',
    approved: { vendors: ['cloudflare'] },
    texts: terraform({ cloudflare: 'cloudflare/cloudflare' }),
    gives: [],
  },
  {
    says: 'a region that the approved vendor is not approved for',
    approved: { vendors: ['aws'], regions: { aws: ['eu-*'] } },
    texts: terraform({ aws: 'hashicorp/aws' }, 'provider "aws" {\n  region = "us-east-1"\n}\n'),
    gives: [`main.tf:7 ${NOT_APPROVED} aws us-east-1`],
  },
  {
    says: 'a provider that no vendor of the catalog has, with what is built on it',
    texts: terraform(
      { mongodbatlas: 'mongodb/mongodbatlas' },
      'resource "mongodbatlas_cluster" "a" {}\nresource "mongodbatlas_cluster" "b" {}\n',
    ),
    gives: [`main.tf:3 ${NOT_APPROVED} mongodb/mongodbatlas`],
  },
  {
    says: 'a provider that only its resources name',
    texts: { 'main.tf': 'resource "datadog_monitor" "m" {}\n' },
    gives: [`main.tf:1 ${NOT_APPROVED} datadog_monitor`],
  },
  {
    says: 'utility providers talk to nobody',
    texts: terraform(
      { random: 'hashicorp/random' },
      'resource "random_id" "r" {}\nresource "null_resource" "n" {}\n',
    ),
    gives: [],
  },
  {
    says: 'a private registry of providers, approved by its host and namespace',
    approved: { sources: ['registry.acme.example/acme'] },
    texts: terraform({ own: 'registry.acme.example/acme/own', other: 'registry.acme.example/other/own' }),
    gives: [`main.tf:4 ${NOT_APPROVED} registry.acme.example/other/own`],
  },
  {
    says: 'images of a registry, once for each registry and file; what starts alike is another registry',
    approved: { sources: ['ghcr.io/acme'] },
    texts: {
      Dockerfile:
        'FROM node:20 AS build\nFROM python:3 AS tools\nFROM ghcr.io/acme/app:1\nFROM ghcr.io/acme-evil/app:1\n',
    },
    gives: [`Dockerfile:1 ${NOT_APPROVED} node:20`, `Dockerfile:4 ${NOT_APPROVED} ghcr.io/acme-evil/app:1`],
  },
  {
    says: 'the registry that is approved for an ecosystem',
    approved: { registries: { pypi: 'https://pypi.acme.example/simple/' } },
    texts: { 'requirements.txt': '--index-url https://pypi.acme.example/simple\nrequests==2.32.0\n' },
    gives: [],
  },
  {
    says: 'another package registry; packages themselves are no vendors',
    approved: { registries: { pypi: 'https://pypi.acme.example/simple/' } },
    texts: { 'requirements.txt': '--index-url https://pypi.other.example/simple\nrequests==2.32.0\n' },
    gives: [`requirements.txt:1 ${NOT_APPROVED} https://pypi.other.example/simple`],
  },
  {
    says: 'modules of a registry namespace and of a code host; local ones are the project itself',
    approved: { sources: ['github.com/acme'] },
    texts: {
      'main.tf': [
        'module "a" { source = "cloudposse/label/null" }',
        'module "b" { source = "git::https://github.com/acme/network.git?ref=v1" }',
        'module "c" { source = "./modules/c" }',
      ].join('\n'),
    },
    gives: [`main.tf:1 ${NOT_APPROVED} cloudposse/label/null`],
  },
  {
    says: 'an endpoint may be the project itself: it is not flagged',
    texts: {
      'compose.yaml':
        'services:\n  a:\n    build: .\n    environment:\n      API: https://api.acme.example/v1\n',
    },
    gives: [],
  },
  {
    says: 'a value that is not known is not judged',
    texts: { Dockerfile: 'ARG REGISTRY\nFROM ${REGISTRY}/app:1\n' },
    gives: [],
  },
  {
    says: 'what an act forbids keeps its level',
    texts: terraform({ alicloud: 'aliyun/alicloud' }, 'resource "alicloud_oss_bucket" "b" {}\n'),
    gives: [
      `main.tf:3 ${NOT_APPROVED} alibaba-cloud aliyun/alicloud`,
      `main.tf:6 ${NOT_APPROVED} alibaba-cloud alicloud_oss_bucket`,
    ],
  },
];

describe('allow-list', () => {
  for (const { says, approved, texts, gives } of CASES) {
    it(says, async () => {
      const own = { extends: ['vendor-diligence:allow-list'], ...(approved ? { approved } : {}) };
      assert.deepEqual(await scanUnder([], texts, own), gives);
    });
  }

  it('takes what an exempting rule in front leaves out', async () => {
    const own = {
      extends: ['vendor-diligence:allow-list'],
      rules: [{ id: 'examples', when: { paths: ['examples/**'] }, severity: 'off' }],
    };
    const texts = { 'examples/Dockerfile': 'FROM node:20\n', Dockerfile: 'FROM node:20\n' };
    assert.deepEqual(await scanUnder([], texts, own), [`Dockerfile:1 ${NOT_APPROVED} node:20`]);
  });

  it('flags nothing unknown under a ruleset of flagged jurisdictions', async () => {
    assert.deepEqual(await scanUnder(['baseline'], { Dockerfile: 'FROM node:20\n' }), []);
  });
});
