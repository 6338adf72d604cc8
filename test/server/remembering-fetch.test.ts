import assert from 'node:assert/strict';
import type { FetchAnswer } from '../../src/engine/index.ts';
import { rememberingFetch } from '../../src/server/host/remembering-fetch.ts';
import { dataWords } from '../../src/words/phrase.ts';

const URL_A = 'https://policy.acme.example/a.jsonc';
const CONTENT: FetchAnswer = { type: 'content', bytes: new Uint8Array(), etag: '"1"' };

describe('server/remembering-fetch', () => {
  let asked: string[];
  let answer: FetchAnswer;
  let time: number;
  let fetch: ReturnType<typeof rememberingFetch>;

  beforeEach(() => {
    asked = [];
    answer = CONTENT;
    time = 0;
    const server = async ({ url }: { readonly url: string }) => {
      asked.push(url);
      return answer;
    };
    fetch = rememberingFetch(server, () => time);
  });

  it('asks once in five minutes, and tells whoever has the content that it has not changed', async () => {
    assert.equal((await fetch({ url: URL_A })).type, 'content');
    assert.equal((await fetch({ url: URL_A })).type, 'content');
    assert.equal((await fetch({ url: URL_A, etag: '"1"' })).type, 'unchanged');
    assert.equal((await fetch({ url: URL_A, etag: '"0"' })).type, 'content');
    assert.equal(asked.length, 1);
    time = 5 * 60_000;
    await fetch({ url: URL_A });
    assert.equal(asked.length, 2);
  });

  it('tries again soon after a failure', async () => {
    answer = { type: 'failed', reason: dataWords('gone') };
    await fetch({ url: URL_A });
    answer = CONTENT;
    time = 29_999;
    assert.equal((await fetch({ url: URL_A })).type, 'failed');
    time = 30_000;
    assert.equal((await fetch({ url: URL_A })).type, 'content');
  });

  it('keeps addresses apart', async () => {
    await fetch({ url: URL_A });
    await fetch({ url: `${URL_A}.sig` });
    assert.deepEqual(asked, [URL_A, `${URL_A}.sig`]);
  });
});
