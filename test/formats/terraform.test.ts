// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates are what is tested
import assert from 'node:assert/strict';
import { createExtractTerraform } from '../../src/formats/terraform/extract.ts';
import { makeSource } from '../../src/text/source.ts';
import { sliceSpan } from '../../src/text/span.ts';
import { describeExpression } from '../support/describe-expression.ts';

describe('references of Terraform', () => {
  const extract = createExtractTerraform();

  /** `kind underlined = value`, with the value left out when it is what is underlined. */
  const references = (text: string): string[] =>
    extract(makeSource('app/main.tf', text)).references.map(({ kind, span, value }) => {
      const underlined = sliceSpan(text, span);
      const said = describeExpression(value);
      return said === JSON.stringify(underlined) || said === underlined
        ? `${kind} ${underlined}`
        : `${kind} ${underlined} = ${said}`;
    });

  const cases: readonly [title: string, text: string, references: string[]][] = [
    [
      'required providers, also in the form of old versions',
      'terraform {\n required_providers {\n  a = { source = "b/a", version = "1" }\n  c = "~> 1"\n  d = { version = "2" }\n }\n}',
      ['provider b/a', 'provider c = provider:c', 'provider d = provider:d'],
    ],
    [
      'aliases that a module expects',
      'terraform {\n required_providers {\n  a = {\n   source = "b/a"\n   configuration_aliases = [a.x, a.y]\n  }\n }\n}',
      ['provider b/a', 'provider a.x = provider:a', 'provider a.y = provider:a'],
    ],
    [
      'a provider with its regions',
      'provider "a" {\n region = "r"\n alias = "x"\n version = "1.2.3"\n}',
      ['provider a = provider:a', 'region r'],
    ],
    [
      'resources and data sources',
      'resource "a_b" "c" {}\ndata "d_e" "f" {}\nephemeral "g_h" "i" {}',
      ['resource a_b', 'data-source d_e', 'resource g_h'],
    ],
    ['a backend', 'terraform {\n backend "oss" {\n  region = "r"\n }\n}', ['backend oss', 'region r']],
    [
      'a cloud block',
      'terraform {\n cloud {\n  hostname = "app.example.com"\n }\n}',
      ['backend cloud', 'host app.example.com'],
    ],
    [
      'the state of others',
      'data "terraform_remote_state" "a" {\n backend = "cos"\n config = { region = "r" }\n}',
      ['data-source terraform_remote_state', 'backend cos', 'region r'],
    ],
    [
      'modules of a registry and of a repository',
      'module "a" {\n source = "b/c/d"\n version = "1.0.0"\n}\nmodule "e" {\n source = "git::https://example.com/f.git"\n}',
      ['module b/c/d', 'module git::https://example.com/f.git'],
    ],
    [
      'regions by many names',
      'resource "a_b" "c" {\n region = "r1"\n zone_id = "r2"\n availability_zones = ["r3", var.z]\n peer_region_id = "r4"\n location = "West Europe"\n multi_region = true\n zones = [1, "2"]\n hosted_zone_id = "Z1"\n time_zone = "UTC"\n}',
      [
        'resource a_b',
        'region r1',
        'region r2',
        'region r3',
        'region var.z',
        'region r4',
        'region West Europe',
      ],
    ],
    [
      'regions of nested blocks and objects',
      'resource "a_b" "c" {\n d {\n  zone = "r1"\n }\n e = [{ zone_id = "r2", name = "n" }]\n zones = [{ id = "i", zone_id = "r3" }]\n}',
      ['resource a_b', 'region r2', 'region r3', 'region r1'],
    ],
    [
      'every option of a region',
      'resource "a_b" "c" {\n region = var.x ? "r1" : coalesce(var.y, "r2")\n zones = concat(["r3"], toset(local.z))\n location = null\n}',
      ['resource a_b', 'region r1', 'region var.y', 'region r2', 'region r3', 'region local.z'],
    ],
    ['a location that is no place', 'resource "a_b" "c" {\n location = "/var/log"\n}', ['resource a_b']],
    ['no regions in values', 'locals {\n region = "r"\n}\nvariable "region" {\n default = "r"\n}', []],
    [
      'a partition of a provider',
      'provider "a" {\n environment = "china"\n}\nresource "a_b" "c" {\n environment = "prod"\n}',
      ['provider a = provider:a', 'partition china', 'resource a_b'],
    ],
    [
      'loop variables',
      'resource "a_b" "c" {\n for_each = { x = "r1", y = var.y }\n region = each.value\n zone = "${each.key}-a"\n}',
      ['resource a_b', 'region each.value = {"r1" | var.y}', 'region ${each.key}-a = `${{"x" | "y"}}-a`'],
    ],
    [
      'loop variables over a set',
      'resource "a_b" "c" {\n for_each = toset(["r1"])\n region = each.key\n}',
      ['resource a_b', 'region each.key = {"r1"}'],
    ],
    [
      'loop variables over something elsewhere',
      'resource "a_b" "c" {\n for_each = var.m\n region = each.value.r\n}',
      ['resource a_b', 'region each.value.r = one(var.m)["r"]'],
    ],
    [
      'dynamic blocks',
      'resource "a_b" "c" {\n dynamic "d" {\n  for_each = ["r1"]\n  iterator = i\n  content {\n   zone = i.value\n  }\n }\n dynamic "e" {\n  for_each = ["r2"]\n  content {\n   zone = e.value\n  }\n }\n}',
      ['resource a_b', 'region i.value = {"r1"}', 'region e.value = {"r2"}'],
    ],
    [
      'hosts in texts, each by itself',
      'locals {\n a = "https://a.example.com:8443/b?c and d.example.org"\n}',
      ['host a.example.com = "a.example.com:8443/b"', 'host d.example.org'],
    ],
    [
      'hosts in templates, as far as they are one',
      'locals {\n a = "x ${var.n} https://oss-${var.r}.example.com/p y ${var.m}"\n}',
      ['host oss-${var.r}.example.com = `oss-${var.r}.example.com/p`'],
    ],
    [
      'a host that begins or ends with an expression',
      'locals {\n a = "${var.b}.example.com"\n b = "https://${var.c}${var.d}.example.com/${var.e}"\n}',
      [
        'host ${var.b}.example.com = `${var.b}.example.com`',
        'host ${var.c}${var.d}.example.com = `${var.c}${var.d}.example.com/${var.e}`',
      ],
    ],
    [
      'hosts in heredocs, calls, options, keys and lists',
      'locals {\n a = <<-EOT\n  get a.example.com\n EOT\n b = jsonencode({ "b.example.com" = [var.c ? "c.example.com" : "d.example.com"] })\n}',
      ['host a.example.com', 'host b.example.com', 'host c.example.com', 'host d.example.com'],
    ],
    [
      'hosts behind escapes',
      'locals {\n a = "{\\"h\\": \\"a.example.com\\"}\\tb.example.com"\n}',
      ['host a.example.com', 'host b.example.com'],
    ],
    [
      'hosts inside expressions of a template',
      'locals {\n a = "x-${var.b ? "a.example.com" : "b.example.com"}"\n}',
      ['host a.example.com', 'host b.example.com'],
    ],
    [
      'hosts that a loop makes',
      'locals {\n a = [for n in ["x", "y"] : "${n}.example.com"]\n}',
      ['host ${n}.example.com = `${{"x" | "y"}}.example.com`'],
    ],
    [
      'no hosts in prose and conditions',
      'variable "a" {\n description = "a.example.com"\n default = "b.example.com"\n validation {\n  condition = var.a != "c.example.com"\n  error_message = "d.example.com"\n }\n}',
      ['host b.example.com'],
    ],
    [
      'no hosts in addresses of providers and modules',
      'terraform {\n required_providers {\n  a = { source = "registry.example.com/b/a" }\n }\n}\nmodule "b" {\n source = "git::https://git.example.com/c"\n}',
      ['provider registry.example.com/b/a', 'module git::https://git.example.com/c'],
    ],
    [
      'ARNs',
      'locals {\n a = "arn:aws-cn:s3:::bucket/*"\n b = ["arn:${var.p}:iam::${var.q}:role/x", "arn:aws:ec2:*:*:instance/*"]\n}',
      [
        'partition arn:aws-cn:s3:::bucket/* = "arn:aws-cn:s3:"',
        'partition arn:${var.p}:iam::${var.q}:role/x = `arn:${var.p}:iam:`',
        'partition arn:aws:ec2:*:*:instance/* = "arn:aws:ec2:*"',
      ],
    ],
    [
      'images',
      'resource "a_b" "c" {\n image = "r.example.com/i:1"\n image_id = "m-1"\n d = jsonencode([{ image = "${var.r}/j" }])\n}',
      ['resource a_b', 'image r.example.com/i:1', 'image ${var.r}/j = `${var.r}/j`'],
    ],
    [
      'environment variables',
      'resource "a_b" "c" {\n environment {\n  variables = { A_KEY = 1 }\n }\n env {\n  name = "B_KEY"\n  value = 2\n }\n environment_variables = merge(local.x, { C_KEY = 3 })\n d = [{ environment = [{ name = "D_KEY", value = "4" }] }]\n}',
      [
        'resource a_b',
        'environment-variable C_KEY',
        'environment-variable D_KEY',
        'environment-variable A_KEY',
        'environment-variable B_KEY',
      ],
    ],
    [
      'data sources of checks',
      'check "a" {\n data "b_c" "d" {}\n assert {\n  condition = true\n }\n}',
      ['data-source b_c'],
    ],
    [
      'blocks of any other type',
      'import {\n id = "arn:aws-cn:s3:::b"\n}\nsomething "new" {\n a = "a.example.com"\n}',
      ['partition arn:aws-cn:s3:::b = "arn:aws-cn:s3:"', 'host a.example.com'],
    ],
    [
      'nothing without a label',
      'resource "" "" {}\nprovider {}\nmodule {\n source = "a/b/c"\n}\nvariable {\n default = "a.example.com"\n}',
      [],
    ],
  ];
  for (const [title, text, expected] of cases) it(title, () => assert.deepEqual(references(text), expected));
});
