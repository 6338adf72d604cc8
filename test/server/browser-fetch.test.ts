import assert from 'node:assert/strict';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FetchAnswer } from '../../src/engine/index.ts';
import { fetchRuleset } from '../../src/server/host/browser-fetch.ts';
import { said } from '../support/said.ts';

/** A page's `fetch`: what is asked of an https address comes from a server on the loopback interface. */
function fetchFrom(origin: string, asked: RequestInit[]): typeof fetch {
  return async (input, init) => {
    asked.push(init ?? {});
    const response = await fetch(String(input).replace(/^https:\/\/[^/]+/, origin), init);
    const url = response.url.replace(origin, 'https://policy.acme.example');
    return Object.defineProperty(response, 'url', { value: url });
  };
}

describe('a ruleset from the network, in a browser', () => {
  let server: Server;
  let answer: RequestListener;
  let asked: RequestInit[];
  beforeEach(done => {
    asked = [];
    server = createServer((request, response) => answer(request, response)).listen(0, '127.0.0.1', done);
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  function get(url = 'https://policy.acme.example/rules.jsonc'): Promise<FetchAnswer> {
    const { port } = server.address() as AddressInfo;
    return fetchRuleset(fetchFrom(`http://127.0.0.1:${port}`, asked))({ url });
  }

  it('comes whole, and no cookie or referrer is sent', async () => {
    answer = (request, response) => {
      assert.equal(request.headers.cookie, undefined);
      response.write('{"name":');
      response.end('"x"}');
    };
    const got = await get();
    assert.equal(got.type === 'content' && new TextDecoder().decode(got.bytes), '{"name":"x"}');
    assert.deepEqual(
      asked.map(({ credentials, referrerPolicy }) => [credentials, referrerPolicy]),
      [['omit', 'no-referrer']],
    );
  });

  it('follows a redirect to https', async () => {
    answer = (request, response) => {
      if (request.url === '/rules.jsonc') response.writeHead(302, { location: '/moved.jsonc' }).end();
      else response.end('{}');
    };
    assert.equal((await get()).type, 'content');
  });

  const failures: readonly (readonly [title: string, answer: RequestListener, reason: RegExp])[] = [
    ['is not there', (_, response) => response.writeHead(404).end(), /the server answers 404/],
    [
      'is larger than a megabyte',
      (_, response) => response.end('x'.repeat(1024 * 1024 + 1)),
      /larger than 1048576 bytes/,
    ],
    [
      'breaks off',
      (_, response) =>
        response.writeHead(200, { 'content-length': '9' }).write('{', () => response.destroy()),
      /cannot be reached, or does not let pages/,
    ],
    ['never ends', (_, response) => void response.writeHead(200).write('{'), /took longer than 3 seconds/],
  ];
  for (const [title, listener, reason] of failures) {
    it(`says why when it ${title}`, async () => {
      answer = listener;
      const got = await get();
      assert.match(got.type === 'failed' ? said(got.reason) : got.type, reason);
    });
  }

  it('is refused when a redirect ended at another protocol', async () => {
    const insecure: typeof fetch = async () =>
      Object.defineProperty(new Response('{}'), 'url', { value: 'http://policy.acme.example/' });
    const got = await fetchRuleset(insecure)({ url: 'https://policy.acme.example/' });
    assert.match(got.type === 'failed' ? said(got.reason) : got.type, /redirects to http:/);
  });

  for (const url of ['http://policy.acme.example/', 'file:///etc/passwd', 'data:,{}', 'no address']) {
    it(`is never asked for at ${url}`, async () => {
      const got = await get(url);
      assert.match(got.type === 'failed' ? said(got.reason) : got.type, /only https addresses/);
      assert.deepEqual(asked, []);
    });
  }
});
