import assert from 'node:assert/strict';
import { EMPTY_EXTRACTION, extractWithin } from '../../src/engine/extract.ts';
import { ENGLISH } from '../../src/report/language.ts';
import { makeSource } from '../../src/text/source.ts';

describe('a file whose reading fails', () => {
  it('is lost alone, and told by its path', () => {
    const fail = () => {
      throw new RangeError('no such place');
    };
    const { problems, ...rest } = extractWithin(fail, makeSource('shop/main.tf', 'text'));
    assert.deepEqual({ ...rest, problems: [] }, EMPTY_EXTRACTION);
    assert.deepEqual(
      problems.map(({ code, path, message }) => [code, path, /no such place/.test(ENGLISH.phrase(message))]),
      [['internal-error', 'shop/main.tf', true]],
    );
  });

  it('is not read at all when it is empty', () => {
    const fail = () => assert.fail('must not be read');
    assert.deepEqual(extractWithin(fail, makeSource('shop/main.tf', '')), EMPTY_EXTRACTION);
  });
});
