import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { MessageChannel } from 'node:worker_threads';
import { FileSearch } from '../../src/node/file-search.ts';
import { createFileTree } from '../../src/node/file-tree.ts';
import { claim, createBatch, isDone, KNOWN } from '../../src/node/search-files.ts';
import { type SearchRequest, searchBatches } from '../../src/node/search-thread.ts';
import { runCli } from '../cli/run-cli.ts';
import { bundledFiles, root as projectRoot } from '../package/built.ts';
import { type TemporaryTree, temporaryTree } from './temporary-tree.ts';

const ANCHORS = 1;
const SIGNS = 2;
const LISTS = [['alicloud', '阿里云'], ['module']];
const SIZE_LIMIT = 300_000;
const WORKER = pathToFileURL(join(projectRoot, 'dist/npm/search-worker.cjs'));
const FLAGGED = 'provider "alicloud" {}\n';

describe('looking through files while they are listed', function () {
  this.timeout(60_000);
  let tree: TemporaryTree;
  before(bundledFiles);
  beforeEach(() => {
    tree = temporaryTree();
  });
  afterEach(() => tree.remove());

  describe('the thread', () => {
    it('is sure only of text that it could read to its end', async () => {
      tree.write('clean.tf', 'provider "aws" {}\n');
      tree.write('flagged.tf', 'provider "AliCloud" {}\n');
      tree.write('chinese.yaml', 'note: 阿里云\n');
      tree.write('wide.tf', Buffer.from('\uFEFFprovider "aws" {}\n', 'utf16le'));
      tree.write('binary.tf', 'a\0b');
      tree.write('large.tf', ' '.repeat(SIZE_LIMIT + 1));
      tree.write('empty.tf');
      tree.pipe('pipe.tf');
      symlinkSync('clean.tf', join(tree.root, 'link.tf'));
      const names = ['binary.tf', 'chinese.yaml', 'clean.tf', 'empty.tf', 'flagged.tf', 'gone.tf'];
      const paths = [...names, 'large.tf', 'link.tf', 'pipe.tf', 'wide.tf'];
      const answers = await searched(paths);
      const sure = paths.flatMap((path, index) => (answers[index] === 0 ? [] : [[path, answers[index]]]));
      assert.deepEqual(sure, [
        ['chinese.yaml', KNOWN | ANCHORS],
        ['clean.tf', KNOWN],
        ['empty.tf', KNOWN],
        ['flagged.tf', KNOWN | ANCHORS],
      ]);
    });

    it('looks for the lists that are asked for, and for no other', async () => {
      tree.write('both.tf', 'module "network" {}\nprovider "alicloud" {}\n');
      for (const asked of [ANCHORS, SIGNS, ANCHORS | SIGNS]) {
        const [held = 0] = await searched(['both.tf'], asked);
        assert.equal(held & ~KNOWN, asked);
      }
    });

    it('leaves alone what the caller has claimed', async () => {
      tree.write('clean.tf', 'provider "aws" {}\n');
      assert.deepEqual(await searched(['clean.tf'], ANCHORS, claim), [ANCHORS]);
    });

    /** What is shared about the files, once a batch after theirs is done. */
    async function searched(
      paths: readonly string[],
      asked = ANCHORS,
      first: (batch: ReturnType<typeof createBatch>) => void = () => {},
    ): Promise<number[]> {
      const { port1, port2 } = new MessageChannel();
      searchBatches(port2, { root: tree.root, lists: LISTS, sizeLimit: SIZE_LIMIT });
      const batch = createBatch(paths.map(() => asked));
      const after = createBatch([asked]);
      first(batch);
      port1.postMessage({ paths: paths.join('\0'), batch } satisfies SearchRequest);
      port1.postMessage({ paths: 'after.tf', batch: after } satisfies SearchRequest);
      while (!isDone(after)) await setTimeout(1);
      port1.close();
      return [...batch.slice(1)];
    }
  });

  it('is sure of all that was passed to the thread, whoever looked through it', async () => {
    const paths = Array.from({ length: 4000 }, (_, index) => `${index}.tf`);
    for (const path of paths) tree.write(path, isFlagged(path) ? FLAGGED : 'provider "aws" {}\n');
    for (const wait of [0, 300]) {
      const sure = await askedAfter(wait, searchIn(WORKER), paths);
      for (const [path, held] of sure) assert.equal(held, isFlagged(path) ? ANCHORS : 0, path);
      assert.equal(sure.size, 3840);
    }
  });

  it('looks through all of that itself where the thread does not start', async () => {
    const paths = Array.from({ length: 4000 }, (_, index) => `${index}.tf`);
    for (const path of paths) tree.write(path, isFlagged(path) ? FLAGGED : 'provider "aws" {}\n');
    const search = searchIn(pathToFileURL(join(tree.root, 'no-program.cjs')));
    const sure = await askedAfter(200, search, paths);
    assert.equal(sure.size, 3840);
    assert.equal([...sure.values()].filter(Boolean).length, 384);
  });

  it('starts its thread before the files are found, where a repository has many', async () => {
    const paths = Array.from({ length: 300 }, (_, index) => `${index}.tf`);
    for (const path of paths) tree.write(path);
    for (const [expected, known] of [
      [10_000, 256],
      [1000, 0],
    ] as const) {
      const search = searchIn(WORKER);
      search.expect(expected);
      assert.equal((await askedAfter(0, search, paths)).size, known);
    }
  });

  it('leaves all to the caller where Node may start no thread', () => {
    for (let index = 0; index < 3000; index++)
      tree.write(`${index}.tf`, isFlagged(`${index}.tf`) ? FLAGGED : '');
    const program = join(projectRoot, 'dist/npm/vendor-diligence.mjs');
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      [
        ...['--experimental-permission', '--no-warnings', '--allow-fs-read=*', '--allow-fs-write=*'],
        ...[program, 'scan', '--format', 'json', tree.root],
      ],
      { encoding: 'utf8', env: { ...process.env, XDG_CACHE_HOME: tree.root } },
    );
    assert.equal(stderr, '');
    assert.equal(status, 1);
    assert.equal(JSON.parse(stdout).findings.length, 1);
  });

  it('is not done for few files', () => {
    const search = searchIn(pathToFileURL('/no/such/program.cjs'));
    for (const path of ['a.tf', 'b.tf']) search.add(path, ANCHORS);
    assert.deepEqual(
      ['a.tf', 'b.tf'].map(path => search.found(path)),
      [undefined, undefined],
    );
  });

  it('changes nothing in a report', async () => {
    for (let index = 0; index < 6000; index++) {
      const path = `${index % 40}/${index}.tf`;
      tree.write(path, isFlagged(path) ? FLAGGED : 'provider "aws" {}\n');
    }
    tree.write('wide.tf', Buffer.from(`\uFEFF${FLAGGED}`, 'utf16le'));
    tree.write('lib/main.tf', 'variable "region" {}\nprovider "alicloud" {\n  region = var.region\n}\n');
    tree.write('9/stack.tf', 'module "lib" {\n  source = "../lib"\n  region = "cn-hangzhou"\n}\n');
    symlinkSync('nowhere.tf', join(tree.root, 'broken.tf'));
    const argv = ['scan', '--format', 'json'];
    const alone = await runCli(tree.root, argv);
    const together = await runCli(tree.root, argv, { searchWorker: WORKER });
    assert.equal(together.stdout, alone.stdout);
    assert.equal(together.exitCode, alone.exitCode);
    const { findings } = JSON.parse(alone.stdout);
    assert.equal(findings.length, 7);
    assert.match(alone.stdout, /Hangzhou/);
  });

  it('is not done where several folders are scanned: the order of their files is known at the end only', () => {
    const options = { root: tree.root, variables: {}, searchWorker: WORKER };
    assert.ok(createFileTree({ ...options, folders: [''] }).listAndSearch);
    assert.equal(createFileTree({ ...options, folders: ['a', 'b'] }).listAndSearch, undefined);
    assert.equal(createFileTree({ ...options, folders: ['a'], context: ['b'] }).listAndSearch, undefined);
    assert.equal(createFileTree({ ...options, folders: [''], files: ['a'] }).listAndSearch, undefined);
  });

  function searchIn(worker: URL): FileSearch {
    return new FileSearch(worker, { root: tree.root, lists: LISTS, sizeLimit: SIZE_LIMIT });
  }

  /** What the search is sure of, asked so many milliseconds after the files were added. */
  async function askedAfter(
    wait: number,
    search: FileSearch,
    paths: readonly string[],
  ): Promise<Map<string, number>> {
    for (const path of paths) search.add(path, ANCHORS);
    await setTimeout(wait);
    const sure = new Map<string, number>();
    for (const path of paths) {
      const found = search.found(path);
      if (found) sure.set(path, found.held);
    }
    search.close();
    return sure;
  }
});

function isFlagged(path: string): boolean {
  return path.endsWith('7.tf');
}
