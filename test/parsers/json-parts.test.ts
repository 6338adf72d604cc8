import assert from 'node:assert/strict';
import fc from 'fast-check';
import { PartedReader, PartMemory } from '../../src/parsers/json-parts.ts';
import { type JsonReader, readJson } from '../../src/parsers/json-read.ts';
import { makeSource } from '../../src/text/source.ts';
import { type Damage, damage } from '../support/damage.ts';
import { memberEdit } from '../support/member-edit.ts';

/** What a reader was told of a member: its path and where it stands. */
interface Told {
  readonly what: string;
  readonly start: number;
}

/** Reads the members of `m` and the items of `l` in parts. */
class Reading {
  private readonly memories = { m: new PartMemory<Told[]>(), l: new PartMemory<Told[]>() };

  read(text: string) {
    const parts: PartedReader<Told[]>['parts'][] = [];
    const inParts = (memory: PartMemory<Told[]>): JsonReader => {
      const reader = new PartedReader<Told[]>(text, memory, () => {
        const said: Told[] = [];
        return { said, reader: tellingReader('', said) };
      });
      parts.push(reader.parts);
      return reader;
    };
    const members: JsonReader = {
      enter: name => (name === 'm' || name === 'l' ? inParts(this.memories[name]) : undefined),
    };
    const problems = readJson(makeSource('a.json', text), { enter: () => members }, true);
    for (const memory of Object.values(this.memories)) memory.endText(text);
    const told = parts.map(each =>
      each.flatMap(({ said, distance }) => said.map(({ what, start }) => `${what} ${start + distance}`)),
    );
    return { parts, told, problems };
  }
}

function tellingReader(path: string, said: Told[]): JsonReader {
  return {
    enter(name, { start }) {
      said.push({ what: `${path}/${name}`, start });
      return tellingReader(`${path}/${name}`, said);
    },
    scalar: (name, token) => said.push({ what: `${path}/${name} ${token.decoded()}`, start: token.start }),
  };
}

function member(index: number) {
  return { version: `1.${index}.0`, list: [index, null, { deep: 'x'.repeat(40) }], flag: true };
}

const TEXT = JSON.stringify(
  {
    before: { a: 1 },
    m: Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`part-${index}`, member(index)])),
    l: Array.from({ length: 60 }, (_, index) => (index % 7 === 0 ? index : member(index))),
    after: [2],
  },
  undefined,
  2,
);

describe('members that are read in parts', () => {
  it('are the same objects while their text stays the same, wherever it stands', () => {
    const reading = new Reading();
    const [before = []] = reading.read(TEXT).parts;
    const [after = []] = reading.read(`// a comment\n${TEXT}`).parts;
    assert.ok(before.length > 3);
    // What follows the last comma of a whole part is read anew.
    for (const [index, { said }] of before.slice(0, -1).entries()) {
      assert.equal(after[index]?.said, said);
      assert.equal(after[index]?.distance, '// a comment\n'.length);
    }
  });

  it('are read again when they change, and no others', () => {
    const reading = new Reading();
    const [before = []] = reading.read(TEXT).parts;
    const [after = []] = reading.read(TEXT.replace('"1.20.0"', '"1.20.77"')).parts;
    const known = new Set(before.map(({ said }) => said));
    assert.equal(after.filter(({ said }) => !known.has(said)).length, 2);
  });

  it('are known wherever they are moved', () => {
    const reading = new Reading();
    const [before = []] = reading.read(TEXT).parts;
    const at = TEXT.indexOf('\n    "part-0"');
    const moved = TEXT.indexOf('\n    "part-30"');
    const end = TEXT.lastIndexOf(',', TEXT.indexOf('\n    "part-59"')) + 1;
    const text = TEXT.slice(0, at) + TEXT.slice(moved, end) + TEXT.slice(at, moved) + TEXT.slice(end);
    const [after = []] = reading.read(text).parts;
    const known = new Set(before.map(({ said }) => said));
    assert.ok(after.filter(({ said }) => !known.has(said)).length <= 4);
  });

  it('say what a first reading says, to the place', () => {
    const edit: fc.Arbitrary<Damage> = fc.oneof(memberEdit(), damage());
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 8 }), edits => {
        const reading = new Reading();
        reading.read(TEXT);
        let text = TEXT;
        for (const edit of edits) {
          text = edit(text);
          const { told, problems } = reading.read(text);
          const fresh = new Reading().read(text);
          assert.deepEqual({ told, problems }, { told: fresh.told, problems: fresh.problems });
        }
      }),
      { numRuns: Number(process.env.PROPERTY_RUNS ?? 300), seed: 20_261_126 },
    );
  });
});
