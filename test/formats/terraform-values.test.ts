// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates are what is tested
import assert from 'node:assert/strict';
import { createExtractTerraform } from '../../src/formats/terraform/extract.ts';
import { terraform } from '../../src/formats/terraform/index.ts';
import { createExtractTerraformLock } from '../../src/formats/terraform-lock/extract.ts';
import { createExtractTerraformVariables } from '../../src/formats/terraform-variables/extract.ts';
import { terraformVariables } from '../../src/formats/terraform-variables/index.ts';
import { makeSource } from '../../src/text/source.ts';
import { describeExpression } from '../support/describe-expression.ts';

describe('values of Terraform', () => {
  const extract = createExtractTerraform();

  const definitions = (path: string, text: string): string[] =>
    extract(makeSource(path, text)).definitions.map(
      ({ scope, name, value, precedence }) =>
        `${scope} ${name} = ${describeExpression(value)} (${precedence})`,
    );

  const cases: readonly [title: string, path: string, text: string, definitions: string[]][] = [
    [
      'variables',
      'app/a.tf',
      'variable "a" {\n default = "b"\n}\nvariable "c" {}\nvariable "d" {\n default = null\n}',
      [
        'terraform:app var.a = "b" (default)',
        'terraform:app var.c = <set-at-run-time> (default)',
        'terraform:app var.d = <set-at-run-time> (default)',
      ],
    ],
    [
      'locals',
      'a.tf',
      'locals {\n a = var.b\n}\nlocals {\n c = [local.a]\n}',
      ['terraform: local.a = var.b (default)', 'terraform: local.c = [local.a] (default)'],
    ],
    [
      'outputs',
      'a/b/c.tofu',
      'output "a" {\n value = module.b.c\n}',
      ['terraform:a/b output.a = module.b.c (default)'],
    ],
    [
      'providers',
      'a.tf',
      'terraform {\n required_providers {\n  a = { source = "b/a" }\n  c = "1"\n }\n}',
      ['terraform: provider:a = "b/a" (default)'],
    ],
    [
      'override files',
      'a_override.tf',
      'variable "a" {\n default = "b"\n}',
      ['terraform: var.a = "b" (override)'],
    ],
    [
      'override files in JSON',
      'override.tf.json',
      '{"locals": {"a": "b"}}',
      ['terraform: local.a = "b" (override)'],
    ],
  ];
  for (const [title, path, text, expected] of cases)
    it(`defines ${title}`, () => assert.deepEqual(definitions(path, text), expected));

  const calls: readonly [title: string, path: string, text: string, calls: string[]][] = [
    [
      'a module below',
      'app/a.tf',
      'module "m" {\n source = "./net"\n count = 2\n a = "b"\n}',
      ['module.m terraform:app → terraform:app/net var.a="b"'],
    ],
    [
      'a module beside',
      'live/eu/a.tf',
      'module "m" {\n source = "../../net/"\n}',
      ['module.m terraform:live/eu → terraform:net'],
    ],
    [
      'the root',
      'examples/a/a.tf',
      'module "m" {\n source = "../.."\n}',
      ['module.m terraform:examples/a → terraform:'],
    ],
    [
      'modules repeated',
      'a.tf',
      'module "m" {\n source = "./m"\n for_each = toset(["x", "y"])\n region = each.key\n}',
      ['module.m terraform: → terraform:m var.region={"x" | "y"}'],
    ],
    ['nothing outside', 'app/a.tf', 'module "m" {\n source = "../../net"\n}', []],
    ['nothing elsewhere', 'a.tf', 'module "m" {\n source = "a/b/c"\n}\nmodule "n" {}', []],
  ];
  for (const [title, path, text, expected] of calls) {
    it(`calls ${title}`, () => {
      const found = extract(makeSource(path, text)).calls.map(({ scope, target, name, inputs }) =>
        [
          `${name} ${scope} → ${target}`,
          ...[...inputs].map(([input, value]) => `${input}=${describeExpression(value)}`),
        ].join(' '),
      );
      assert.deepEqual(found, expected);
    });
  }

  it('knows the provider of a resource', () => {
    const text =
      'resource "a_b" "x" {\n region = "r"\n}\nresource "a_b" "y" {\n provider = c.d\n}\nresource "a_b" "z" {\n provider = "e.f"\n}\nmodule "m" {\n source = "x/y/z"\n providers = { a = g.h }\n}\nterraform {\n backend "oss" {\n  region = "r"\n }\n}';
    const found = extract(makeSource('a.tf', text)).references.map(
      ({ structuralPath, provider }) =>
        `${structuralPath.join('.')}: ${provider ? describeExpression(provider) : '–'}`,
    );
    assert.deepEqual(found, [
      'resource.a_b.x: provider:a',
      'resource.a_b.x.region: provider:a',
      'resource.a_b.y: provider:c',
      'resource.a_b.z: provider:e',
      'module.m.source: provider:g',
      'terraform.backend.oss: –',
      'terraform.backend.oss.region: "backend/oss"',
    ]);
  });

  it('finds the callers of a module by what they must contain', () => {
    assert.deepEqual(
      ['terraform:modules/net', 'terraform:net', 'terraform:'].map(module => terraform.callMarker?.(module)),
      ['/net', '/net', undefined],
    );
  });
});

describe('values in files of their own', () => {
  const extract = createExtractTerraformVariables();

  for (const [path, precedence] of [
    ['terraform.tfvars', 'override'],
    ['a.auto.tfvars', 'override'],
    ['a.auto.tfvars.json', 'override'],
    ['prod.tfvars', 'alternative'],
  ] as const) {
    it(`${path} gives an ${precedence}`, () => {
      const text = path.endsWith('.json') ? '{"region": "r"}' : 'region = "r"\n';
      const [definition] = extract(makeSource(`env/eu/${path}`, text)).definitions;
      assert.deepEqual(
        [definition?.name, definition?.scope, definition?.outerScopes, definition?.precedence],
        ['var.region', 'terraform:env/eu', ['terraform:env', 'terraform:'], precedence],
      );
    });
  }

  it('refer to hosts', () => {
    const [reference] = extract(makeSource('a.tfvars', 'a = { b = "c.example.com" }\n')).references;
    assert.deepEqual([reference?.kind, reference?.structuralPath], ['host', ['a', 'b']]);
  });

  it('belong to the folders above as well', () => {
    assert.deepEqual(terraformVariables.outerModules?.('a.tfvars'), []);
    assert.deepEqual(terraformVariables.outerModules?.('a/b/c.tfvars'), ['terraform:a', 'terraform:']);
  });
});

describe('locks of Terraform', () => {
  const extract = createExtractTerraformLock();

  const cases: readonly [address: string, version: string, purl: string | undefined][] = [
    ['registry.terraform.io/aliyun/alicloud', '1.2.3', 'pkg:terraform/aliyun/alicloud@1.2.3'],
    ['registry.example.com:8443/a/b', '1.0.0-beta.1', 'pkg:terraform/a/b@1.0.0-beta.1'],
    ['registry.terraform.io/a/b', 'not a version', 'pkg:terraform/a/b'],
    ['a/b', '1.0.0', undefined],
  ];
  for (const [address, version, purl] of cases) {
    it(`${address} ${version}`, () => {
      const text = `provider "${address}" {\n  version = "${version}"\n}\n`;
      const [reference] = extract(makeSource('.terraform.lock.hcl', text)).references;
      assert.equal(reference?.package?.purl, purl);
      assert.equal(reference && describeExpression(reference.value), JSON.stringify(address));
    });
  }
});
