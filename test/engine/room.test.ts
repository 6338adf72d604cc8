import assert from 'node:assert/strict';
import { EMPTY_EXTRACTION } from '../../src/engine/extract.ts';
import { Loader, type Remember } from '../../src/engine/load.ts';
import { bytesOf, ROOM_TOGETHER, Room } from '../../src/engine/memory/room.ts';
import { createExtractTerraform } from '../../src/formats/terraform/extract.ts';
import type { Expression } from '../../src/model/expression.ts';
import { makeSource } from '../../src/text/source.ts';
import { phrase } from '../../src/words/phrase.ts';
import { terraform } from '../bench/documents.ts';
import { memoryTree } from '../support/disk-tree.ts';

const OUT = phrase('problem.too-much-together');
const RESOURCE = 'resource "alicloud_vpc" "main" {}\n';

/** Each takes what three references take, and a little more. */
const FILES = { 'a.tf': RESOURCE.repeat(3), 'b.tf': RESOURCE.repeat(3), 'c.tf': RESOURCE, 'd.tf': RESOURCE };

/** What becomes of the files: how many references each gives, or the problem with it. */
async function load(room: Room, remember: Remember = 'nothing', before: readonly string[] = []) {
  const loader = new Loader(memoryTree(FILES), remember);
  for (const path of before) await loader.load(path);
  const loaded = await loader.loadAll(
    Object.keys(FILES).map(path => ({ path })),
    room,
  );
  return loaded.map(({ file, problems }) => file?.extraction.references.length ?? problems[0]?.message);
}

describe('the room for files that are read together', () => {
  const cases: readonly (readonly [what: string, bytes: number, expected: readonly unknown[]])[] = [
    ['of a whole module', 1_000_000, [3, 3, 1, 1]],
    ['without anything left when one was read', 3000, [3, OUT, OUT, OUT]],
    ['that one of them goes beyond: that is still read', 8000, [3, 3, OUT, OUT]],
  ];
  for (const [what, bytes, expected] of cases) {
    it(`is ${what}`, async () => {
      assert.deepEqual(await load(new Room(bytes)), expected);
    });

    it(`is ${what}, whichever are in memory already`, async () => {
      for (const before of [['d.tf'], ['a.tf', 'c.tf'], Object.keys(FILES)])
        for (const remember of ['extractions', 'files'] as const)
          assert.deepEqual(await load(new Room(bytes), remember, before), expected);
    });
  }

  it('is left by other files to the module that is asked for', async () => {
    const loader = new Loader(memoryTree({ ...FILES, 'e.yaml': 'a: 1\n' }), 'nothing');
    const room = new Room(0);
    room.take(1);
    assert.deepEqual(await loader.loadAll([{ path: 'e.yaml', module: 'other' }], room), [{ problems: [] }]);
  });

  it('is enough for many thousand files full of flagged resources', () => {
    const text = terraform(100);
    const bytes = bytesOf(text, createExtractTerraform()(makeSource('main.tf', text)));
    assert.ok(bytes * 8000 < ROOM_TOGETHER, `${bytes}`);
  });
});

describe('what is kept for the next call', () => {
  it('is forgotten when it takes more than it may', async () => {
    const read: string[] = [];
    const tree = memoryTree(FILES);
    const counting = {
      ...tree,
      read: (path: string) => {
        read.push(path);
        return tree.read(path);
      },
    };
    const loader = new Loader(counting, 'files', undefined, 8000);
    for (const path of ['a.tf', 'a.tf', 'b.tf', 'a.tf']) await loader.load(path);
    assert.deepEqual(read, ['a.tf', 'b.tf']);
    // There is no room for this one any more.
    for (const path of ['c.tf', 'a.tf']) await loader.load(path);
    assert.deepEqual(read, ['a.tf', 'b.tf', 'c.tf', 'a.tf']);
  });

  it('counts once however often it is edited', async () => {
    const texts = { 'a.tf': RESOURCE, 'b.tf': RESOURCE };
    const loader = new Loader(memoryTree(texts), 'files', undefined, 8000);
    const { file: other } = await loader.load('b.tf');
    for (let edit = 0; edit < 100; edit++) {
      texts['a.tf'] += ' ';
      loader.forget('a.tf');
      await loader.load('a.tf');
    }
    assert.equal((await loader.load('b.tf')).file, other);
  });
});

describe('what a file takes', () => {
  it('is the same however it was read', () => {
    const extract = createExtractTerraform();
    const before = terraform(100);
    const text = `# more\n${before}`;
    const fresh = bytesOf(text, extract(makeSource('main.tf', text)));
    extract(makeSource('main.tf', before, true));
    assert.equal(bytesOf(text, extract(makeSource('main.tf', text, true))), fresh);
  });

  it('is not looked for once there is no room for it', () => {
    // Each of these is made use of by the one before it in two places.
    let value: Expression = { type: 'literal', value: 'a', span: { start: 0, end: 1 } };
    for (let depth = 0; depth < 60; depth++)
      value = { type: 'template', parts: [value, value], span: value.span };
    const definition = { scope: '', name: 'a', value, precedence: 'default' } as const;
    assert.ok(bytesOf('', { ...EMPTY_EXTRACTION, definitions: [definition] }) > ROOM_TOGETHER);
  });
});
