import assert from 'node:assert/strict';
import { cloudInit } from '../../src/formats/cloud-init/index.ts';
import { devcontainer } from '../../src/formats/devcontainer/index.ts';
import { dockerBake } from '../../src/formats/docker-bake/index.ts';
import { nomad } from '../../src/formats/nomad/index.ts';
import { packer } from '../../src/formats/packer/index.ts';
import { packerJson } from '../../src/formats/packer-json/index.ts';
import { terraformState } from '../../src/formats/terraform-state/index.ts';
import { terragrunt } from '../../src/formats/terragrunt/index.ts';
import { vagrantfile } from '../../src/formats/vagrantfile/index.ts';
import type { Format } from '../../src/model/format.ts';
import { makeSource } from '../../src/text/source.ts';
import { sliceSpan } from '../../src/text/span.ts';
import { assertSound } from '../support/assert-extraction.ts';
import { takesAtMost } from '../support/time.ts';

const N = 10_000;
const heredoc = (code: string) => `generate "p" {\n  contents = <<EOF\n${code}\nEOF\n}\n`;

/** Files that no person writes: each would take minutes if any step were quadratic in its length, or worse. */
describe('hostile infrastructure files', () => {
  const rows: readonly (readonly [title: string, format: Format, path: string, text: string])[] = [
    [
      'expressions in a script',
      packer,
      'a.pkr.hcl',
      `build {\n  provisioner "shell" {\n    inline = ["${'curl ${var.a}.example.com; '.repeat(N / 10)}"]\n  }\n}`,
    ],
    ['calls in a text', packerJson, 'a.json', `{"builders":[{"type":"a","x":"${'{{user `a`'.repeat(N)}"}]}`],
    [
      'hosts in a template',
      nomad,
      'a.nomad',
      `job "a" {\n  template {\n    data = <<E\n${'# a.example.com\nb.example.com\n'.repeat(N)}E\n  }\n}`,
    ],
    [
      'variables',
      nomad,
      'a.nomad',
      `job "a" {\n  env {\n${Array.from({ length: N / 10 }, (_, i) => `    A${i} = "a.example.com"\n`).join('')}  }\n}`,
    ],
    ['targets', dockerBake, 'docker-bake.hcl', 'target "a" {\n  tags = ["${A}/b:1"]\n}\n'.repeat(N / 10)],
    [
      'generated files',
      terragrunt,
      'a/terragrunt.hcl',
      heredoc('provider "a" {\n  region = "${local.r}"\n}').repeat(N / 20),
    ],
    ['directives that do not end', terragrunt, 'a/terragrunt.hcl', heredoc('%{ if '.repeat(N))],
    ['templates in templates', terragrunt, 'a/terragrunt.hcl', heredoc('a = "${b} ${c} '.repeat(N / 10))],
    [
      'a path of paths',
      terragrunt,
      'a/b/c/d/e/terragrunt.hcl',
      `terraform {\n  source = local.a0\n}\nlocals {\n${Array.from({ length: 8 }, (_, i) => `  a${i} = "${`\${local.a${i + 1}}`.repeat(40)}"\n`).join('')}  a8 = find_in_parent_folders()\n}`,
    ],
    [
      'files that are read',
      terragrunt,
      'a/b/terragrunt.hcl',
      `locals {\n${Array.from({ length: N / 10 }, (_, i) => `  a${i} = read_terragrunt_config("../${i}.hcl")\n`).join('')}}`,
    ],
    [
      'resources',
      terraformState,
      'terraform.tfstate',
      `{"terraform_version":"1","serial":1,"resources":[${Array.from({ length: N / 4 }, () => '{"type":"a_b","name":"c","provider":"provider[\\"a/b/c\\"]","instances":[{"attributes":{"host":"a.example.com"},"sensitive_attributes":[[{"value":"x"}]]}]}').join()}]}`,
    ],
    [
      'brackets in an address',
      terraformState,
      'terraform.tfstate',
      `{"terraform_version":"1","serial":1,"resources":[{"type":"a_b","module":"${'['.repeat(N * 10)}"}]}`,
    ],
    [
      'commands',
      cloudInit,
      'user-data',
      `#cloud-config\nruncmd:\n${'- pip install -i https://a.example.com b\n'.repeat(N / 4)}`,
    ],
    [
      'features',
      devcontainer,
      'devcontainer.json',
      `{"features":{${Array.from({ length: N }, (_, i) => `"ghcr.io/a/b${i}:1":{}`).join()}}}`,
    ],
    ['here-documents', vagrantfile, 'Vagrantfile', 'a <<~X\ncurl https://a.example.com\nX\n'.repeat(N / 4)],
    ['here-documents that do not end', vagrantfile, 'Vagrantfile', `a ${'<<~X, '.repeat(N)}\n`],
  ];

  for (const [title, format, path, text] of rows) {
    it(`${format.id}: ${title}`, async function () {
      this.timeout(60_000);
      const extract = await format.load();
      const source = makeSource(path, text);
      await takesAtMost(20_000, () => assertSound(extract(source), source));
    });
  }
});

describe('terragrunt', () => {
  it('what it generates has its places in the file', async () => {
    const text = `locals {\n  r = "a"\n}\n${heredoc('provider "one" {\n  region = "${local.r}"\n  tags = ${jsonencode({})}\n}')}${heredoc('module "m" {\n  source = "ns/two/three"\n}')}`;
    const extract = await terragrunt.load();
    const { references } = extract(makeSource('terragrunt.hcl', text));
    assert.deepEqual(
      references.map(({ kind, span }) => `${kind} ${sliceSpan(text, span)}`),
      ['provider one', 'region local.r', 'module ns/two/three'],
    );
  });
});
