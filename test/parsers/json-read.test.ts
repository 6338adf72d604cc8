import assert from 'node:assert/strict';
import { type JsonReader, readJson } from '../../src/parsers/json-read.ts';
import { makeSource } from '../../src/text/source.ts';

/** Notes all that a reader is told: members by their path, with the text of their token. */
function notes(text: string, isWanted: (path: string) => boolean = () => true) {
  const told: string[] = [];
  const readerAt = (path: string): JsonReader => ({
    enter(name, token) {
      const inner = `${path}/${name}`;
      told.push(`enter ${inner} ${text.slice(token.start, token.end)}`);
      return isWanted(inner) ? readerAt(inner) : undefined;
    },
    scalar(name, token) {
      told.push(`${path}/${name} ${token.type} ${token.decoded()} ${text.slice(token.start, token.end)}`);
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
        '//a number 1 1',
        'enter //b b',
        '//b/c string x\n x\\n',
        'enter //b/d d',
        '//b/d/ null null null',
        'enter //b/d/ ',
        '//b/d//e boolean false false',
        '//f boolean true true',
      ],
      problems: [],
    });
  });

  it('leaves out what no reader wants', () => {
    const text = '{"skip": {"x": {"y": [1, 2]}}, "keep": {"z": 1}}';
    assert.deepEqual(notes(text, path => path !== '//skip').told, [
      'enter / ',
      'enter //skip skip',
      'enter //keep keep',
      '//keep/z number 1 1',
    ]);
  });

  it('goes on after a mistake', () => {
    const { told, problems } = notes('{"a": {"b": 1 "c": }, "d": 2');
    assert.deepEqual(told, ['enter / ', 'enter //a a', '//a/b number 1 1', '//d number 2 2']);
    assert.deepEqual(problems, ['syntax-error']);
  });

  it('survives any depth, also in parts that nobody reads', () => {
    const { problems } = notes(`{"a": ${'['.repeat(500_000)}`, () => false);
    assert.deepEqual(problems, ['syntax-error', 'too-deep']);
  });
});
