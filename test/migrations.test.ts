import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { loadMigrations } from '../src/catalog/mappings.ts';
import { fixesOf, fixTree, loadRulesets, Workspace } from '../src/engine/index.ts';
import { readText } from '../src/fixes/migrate/module-files.ts';
import { requiredNames, unknownArguments } from '../src/fixes/migrate/schema.ts';
import type { Fix } from '../src/model/fix.ts';
import type { BlockSchema } from '../src/model/migration.ts';
import type { HclBlock } from '../src/parsers/hcl/tree.ts';
import { ENGLISH } from '../src/report/language.ts';
import { damage } from './support/damage.ts';
import { diskTree, memoryTree, testClock } from './support/disk-tree.ts';

const CASES = join(import.meta.dirname, 'fixes', 'migrate');
const { schemas } = await loadMigrations();
const { ruleset: baseline } = await loadRulesets([]);

describe('migrated modules', () => {
  for (const name of readdirSync(CASES)) {
    it(`${name}: only what the provider has, and what it requires or its name in a comment`, async () => {
      const folder = join(CASES, name, 'after');
      const wrong: string[] = [];
      for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
        if (!path.endsWith('.tf')) continue;
        const text = readFileSync(join(folder, path), 'utf8');
        const { tree } = await readText(path, text);
        for (const block of tree.body.blocks) {
          const schema = schemaOf(block);
          if (schema) wrong.push(...mistakesIn(block, schema, text).map(mistake => `${path}: ${mistake}`));
        }
      }
      assert.deepEqual(wrong, []);
    });
  }

  /** The least shares: of resources and data sources, and of their arguments and nested blocks. */
  const SHARES = [
    { target: 'aws', resources: 1, arguments: 0.8 },
    { target: 'azure', resources: 0.9, arguments: 0.6 },
    { target: 'google', resources: 1, arguments: 0.6 },
  ];
  for (const { target, ...least } of SHARES) {
    it(`a network, servers, storage, a database and a load balancer move to ${target}`, async () => {
      const policy = readFileSync(join(CASES, `alibaba-to-${target}`, 'ruleset.jsonc'), 'utf8');
      const tree = diskTree(join(CASES, `alibaba-to-${target}`, 'before'));
      const [fix] = await proven(tree, policy);
      const counts = /^(\d+) of (\d+) resources and data sources and (\d+) of (\d+) /.exec(reasonOf(fix));
      assert.ok(counts, reasonOf(fix));
      const [, moved, all, movedArguments, allArguments] = counts.map(Number);
      assert.ok(Number(moved) / Number(all) >= least.resources, counts[0]);
      assert.ok(Number(movedArguments) / Number(allArguments) >= least.arguments, counts[0]);
    });
  }
});

describe('a migration', () => {
  const MODULE = 'provider "alicloud" {}\n\nresource "alicloud_vpc" "a" {\n  vpc_name = "a"\n}\n';

  it('is offered to the vendors that the ruleset approves, preferred ones first', async () => {
    const policy = '{ "approved": { "prefer": ["google-cloud", "aws"] } }';
    const titles = (await proven(memoryTree({ 'main.tf': MODULE }), policy)).map(({ title }) =>
      ENGLISH.phrase(title),
    );
    assert.deepEqual(titles, [
      'Migrate to Google Cloud',
      'Migrate to Amazon Web Services',
      'Migrate to Microsoft Azure',
    ]);
  });

  it('is refused where none is approved, and says which ones could be', async () => {
    const workspace = new Workspace({
      tree: memoryTree({ 'main.tf': MODULE }),
      ruleset: { ...baseline, approved: { ...baseline.approved, vendors: [], prefer: [] } },
      clock: testClock,
    });
    const [fix] = await migrationsOf(workspace);
    assert.equal(fix?.grade, 'refused');
    assert.match(reasonOf(fix), /"approved.prefer": aws, azure, google-cloud/);
  });

  it('chooses no far region on its own: it asks for one', async () => {
    const text = `provider "alicloud" {\n  region = "cn-hangzhou"\n}\n${MODULE.slice(MODULE.indexOf('\n'))}`;
    const after = await migrated({ 'main.tf': text }, '{ "approved": { "prefer": ["google-cloud"] } }');
    assert.match(after['main.tf'] ?? '', /# region = "cn-hangzhou" # not migrated: no approved place/);
  });

  it('takes the region that the ruleset maps, and the nearest one else', async () => {
    const of = (region: string) => `provider "alicloud" {\n  region = "${region}"\n}\n`;
    const policy = `{ "approved": { "prefer": ["aws"] }, "replacements": [{ "from": "cn-beijing", "to": "eu-north-1" }] }`;
    const mapped = await migrated({ 'main.tf': of('cn-beijing') }, policy);
    assert.match(mapped['main.tf'] ?? '', /region = "eu-north-1"/);
    const nearest = await migrated({ 'main.tf': of('ap-northeast-1') }, policy);
    assert.match(nearest['main.tf'] ?? '', /region = "ap-northeast-1"/);
  });

  it('is made only when it is asked for', async () => {
    const { ruleset } = await loadRulesets([]);
    const workspace = new Workspace({ tree: memoryTree({ 'main.tf': MODULE }), ruleset, clock: testClock });
    const run = await fixTree(workspace, 'guided');
    assert.deepEqual([...run.changes.keys()], []);
  });

  it('uses what the module says of the new provider already', async () => {
    const text = `terraform {\n  required_providers {\n    alicloud = { source = "aliyun/alicloud" }\n    aws      = { source = "hashicorp/aws" }\n  }\n}\n\nprovider "aws" {}\n\n${MODULE}`;
    const after = await migrated({ 'main.tf': text });
    assert.match(after['main.tf'] ?? '', /^ {4}# alicloud = .*not migrated/m);
    assert.match(after['main.tf'] ?? '', /^# provider "alicloud" \{\}/m);
    assert.equal(after['main.tf']?.match(/^provider "aws"/gm)?.length, 1);
  });

  it('leaves no trace of the vendor in a module that moves whole', async () => {
    const after = await migrated({ 'main.tf': MODULE });
    const workspace = new Workspace({ tree: memoryTree(after), ruleset: baseline, clock: testClock });
    assert.deepEqual((await workspace.scan()).findings, []);
  });

  it('puts what comes behind the last resource of a file without a last line break in order', async () => {
    const text = 'provider "alicloud" {}\n\nresource "alicloud_oss_bucket" "a" {\n  bucket = "a"\n}';
    const after = await migrated({ 'main.tf': text }, '{ "approved": { "prefer": ["azure"] } }');
    const headers = (after['main.tf'] ?? '').match(/^resource "\w+"/gm);
    assert.deepEqual(headers, [
      'resource "azurerm_storage_account"',
      'resource "azurerm_storage_container"',
      'resource "azurerm_resource_group"',
    ]);
  });

  it('renames what stands in the index of another use', async () => {
    const text =
      'data "alicloud_zones" "all" {}\n\nresource "alicloud_vswitch" "a" {\n  vpc_id = "a"\n}\n\noutput "zone" {\n  value = data.alicloud_zones.all.zones[length(data.alicloud_zones.all.ids) - 1].id\n}\n';
    const after = await migrated({ 'main.tf': text });
    assert.match(
      after['main.tf'] ?? '',
      /value = data\.aws_availability_zones\.all\.names\[length\(data\.aws_availability_zones\.all\.names\) - 1\]$/m,
    );
  });

  for (const lineBreak of ['\n', '\r\n']) {
    it(`keeps line ends: ${JSON.stringify(lineBreak)}`, async () => {
      const text = readFileSync(join(CASES, 'alibaba-to-aws', 'before', 'servers.tf'), 'utf8');
      const after = await migrated({ 'main.tf': text.replaceAll('\n', lineBreak) });
      const breaks = new Set((after['main.tf'] ?? '').match(/\r?\n/g));
      assert.deepEqual([...breaks], [lineBreak]);
    });
  }
});

/** Reasons that only a mistake of ours can have. */
const WRONG = /^It (?:would make|would write|was tried)|overlap/;

/** Half-typed and hostile modules are normal input. */
describe('any damage to a module', () => {
  const folders = readdirSync(CASES).map(name => join(CASES, name, 'before'));
  const modules = folders.map(folder =>
    readdirSync(folder)
      .filter(path => path.endsWith('.tf'))
      .map(path => readFileSync(join(folder, path), 'utf8'))
      .join('\n'),
  );

  it('never makes a migration throw, nor write what cannot be read', async function () {
    this.timeout(120_000);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...modules), damage(), async (text, change) => {
        const workspace = new Workspace({
          tree: memoryTree({ 'main.tf': change(text) }),
          ruleset: baseline,
          clock: testClock,
        });
        const { findings, catalog, sources } = await workspace.check('main.tf');
        for (const finding of findings.slice(0, 2)) {
          assert.ok(catalog);
          for (const fix of fixesOf(finding, { ruleset: baseline, catalog, findings, sources })) {
            if (fix.id !== 'migrate-provider') continue;
            const tried = await workspace.prove({ finding, fix }, sources);
            const reason = reasonOf(tried);
            assert.ok(tried.grade === 'guided' || !WRONG.test(reason), reason);
          }
        }
      }),
      { numRuns: Number(process.env.PROPERTY_RUNS ?? 60), seed: 20_261_126 },
    );
  });
});

async function proven(tree: ReturnType<typeof memoryTree>, policy: string): Promise<Fix[]> {
  const { ruleset, problems } = await loadRulesets([{ name: 'policy.jsonc', text: policy }]);
  assert.deepEqual(problems, []);
  return migrationsOf(new Workspace({ tree, ruleset, clock: testClock }));
}

/** The migrations of the module in the root, tried. */
async function migrationsOf(workspace: Workspace): Promise<Fix[]> {
  const { findings, catalog, sources } = await workspace.check('main.tf');
  const finding = findings.find(({ kind }) => kind === 'provider');
  assert.ok(finding && catalog);
  const fixes = fixesOf(finding, { ruleset: workspace.policy, catalog, findings, sources });
  const own = fixes.filter(({ id }) => id === 'migrate-provider');
  return Promise.all(own.map(fix => workspace.prove({ finding, fix }, sources)));
}

async function migrated(texts: Record<string, string>, policy = '{}'): Promise<Record<string, string>> {
  const { ruleset } = await loadRulesets([{ name: 'policy.jsonc', text: policy }]);
  const workspace = new Workspace({ tree: memoryTree(texts), ruleset, clock: testClock });
  const run = await fixTree(workspace, 'guided', undefined, new Set(['migrate-provider']));
  assert.deepEqual(run.refused, []);
  return { ...texts, ...Object.fromEntries([...run.changes].map(([path, { after }]) => [path, after])) };
}

function schemaOf({ type, labels }: HclBlock): BlockSchema | undefined {
  const name = labels[0]?.text ?? '';
  if (type === 'provider') return schemas[name]?.provider;
  const key = type === 'data' ? `data.${name}` : name;
  return type === 'resource' || type === 'data'
    ? schemas[name.replace(/_.*$/s, '')]?.resources[key]
    : undefined;
}

function mistakesIn(block: HclBlock, schema: BlockSchema, text: string): string[] {
  const header = [block.type, ...block.labels.map(label => label.text)].join('.');
  const own = text.slice(block.span.start, block.span.end);
  const named = [...own.matchAll(/# required: (.*)/g)].flatMap(([, names = '']) => names.trim().split(', '));
  const present = new Set([
    ...block.body.attributes.map(({ name }) => name),
    ...block.body.blocks.map(({ type }) => type),
    ...named,
  ]);
  const missing = requiredNames(schema).filter(name => !present.has(name));
  const unknown = unknownArguments(block.body, schema, true);
  return [
    ...missing.map(name => `${header} lacks ${name}`),
    ...unknown.map(name => `${header}: unknown ${name}`),
  ];
}

function reasonOf(fix: Fix | undefined): string {
  return fix?.reason ? ENGLISH.phrase(fix.reason) : '';
}
