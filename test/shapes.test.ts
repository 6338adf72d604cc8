import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInThisContext } from 'node:vm';
import { classify } from '../src/formats/classify.ts';
import { makeSource } from '../src/text/source.ts';
import { CASES, readCases } from './support/damage.ts';

/**
 * V8 gives every object that begins with a spread and is then added to, `{ ...a, b }`, a hidden class of its own: making it
 * takes some twenty times as long, it takes three times the memory, and all that reads such objects is slowed down. What
 * is made once for each thing in a file begins with a key of its own.
 */
describe('the objects that a file comes to', () => {
  it('have few hidden classes', async () => {
    const shapes = new Map<string, object[]>();
    for (const texts of readdirSync(CASES).sort().flatMap(readCases))
      for (const [path, text] of Object.entries(texts)) {
        const format = classify(path, text);
        const extraction = format && (await format.load())(makeSource(path, text));
        for (const [kind, objects] of Object.entries(extraction ?? {}))
          if (Array.isArray(objects))
            for (const each of objects) note(shapes, `${format?.id} ${kind} ${Object.keys(each)}`, each);
      }
    const many = [...shapes]
      .filter(([, known]) => known.length > MOST)
      .map(([name, { length }]) => [name, length]);
    assert.deepEqual(many, []);
  });
});

/** Places in the code that make the same keys in the same order. */
const MOST = 4;

function note(shapes: Map<string, object[]>, name: string, made: object): void {
  const known = shapes.get(name) ?? [];
  if (known.every(each => !haveSameShape(each, made))) shapes.set(name, [...known, made]);
}

setFlagsFromString('--allow-natives-syntax');
const haveSameShape: (a: object, b: object) => boolean = runInThisContext('(a, b) => %HaveSameMap(a, b)');
