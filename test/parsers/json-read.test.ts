import assert from 'node:assert/strict';
import { type JsonReader, readJson } from '../../src/parsers/json-read.ts';
import { makeSource } from '../../src/text/source.ts';

/** Notes all that a reader is told: members by their path, with the text of their token. */
function notes(text: string, isWanted: (path: string) => boolean = () => true) {
  const told: string[] = [];
  const readerAt = (path: string): JsonReader => ({
    enter(name, token) {
      const inner = `${path}/${name}`;
      told.push(`enter ${inner} ${text.slice(token.offset, token.offset + token.length)}`);
      return isWanted(inner) ? readerAt(inner) : undefined;
    },
    scalar(name, value, token) {
      told.push(`${path}/${name} ${String(value)} ${text.slice(token.offset, token.offset + token.length)}`);
    },
  });
  const problems = readJson(makeSource('a.json', text), readerAt(''));
  return { told, problems: problems.map(problem => problem.code) };
}

describe('readJson', () => {
  it('tells each member with its name and token', () => {
    assert.deepEqual(notes('{"a": 1, "b": {"c": "x\\n", "d": [null, {"e": false}]}, "f": true}'), {
      told: [
        'enter / ',
        '//a 1 1',
        'enter //b "b"',
        '//b/c x\n "x\\n"',
        'enter //b/d "d"',
        '//b/d/ null null',
        'enter //b/d/ ',
        '//b/d//e false false',
        '//f true true',
      ],
      problems: [],
    });
  });

  it('leaves out what no reader wants', () => {
    const text = '{"skip": {"x": {"y": [1, 2]}}, "keep": {"z": 1}}';
    assert.deepEqual(notes(text, path => path !== '//skip').told, [
      'enter / ',
      'enter //skip "skip"',
      'enter //keep "keep"',
      '//keep/z 1 1',
    ]);
  });

  it('goes on after a mistake', () => {
    const { told, problems } = notes('{"a": {"b": 1 "c": }, "d": 2');
    assert.deepEqual(told, ['enter / ', 'enter //a "a"', '//a/b 1 1', '//d 2 2']);
    assert.deepEqual(problems, ['syntax-error']);
  });

  it('survives any depth, also in parts that nobody reads', () => {
    const { problems } = notes(`{"a": ${'['.repeat(500_000)}`, () => false);
    assert.deepEqual(problems, ['too-deep']);
  });
});
