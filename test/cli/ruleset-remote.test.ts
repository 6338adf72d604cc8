import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import { join } from 'node:path';
import { createFetchRuleset } from '../../src/node/fetch-ruleset.ts';
import { sha256, signBytes } from '../../src/ruleset/signature.ts';
import { type TemporaryTree, temporaryTree } from '../node/temporary-tree.ts';
import { makeServerIdentity } from '../support/certificate.ts';
import { type Outcome, runCli } from './run-cli.ts';

const IDENTITY = makeServerIdentity();

/** The organisation's signing key, and one that somebody else has. */
const KEYS = makeKeys();
const OTHER_KEYS = makeKeys();

function makeKeys() {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return {
    signing: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
    line: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
  };
}

type Respond = (request: IncomingMessage, response: ServerResponse) => void;

/** An https server on the loopback interface that says what a test tells it to. */
class PolicyServer {
  readonly requests: string[] = [];
  respond: Respond = (_request, response) => response.writeHead(404).end();
  private readonly server: Server;

  constructor() {
    this.server = createServer(IDENTITY, (request, response) => {
      const { 'if-none-match': tag } = request.headers;
      this.requests.push(tag === undefined ? `${request.url}` : `${request.url} if not ${tag}`);
      this.respond(request, response);
    });
  }

  async start(): Promise<void> {
    await new Promise<void>(resolve => this.server.listen(0, '127.0.0.1', resolve));
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    if (this.server.listening) await new Promise(resolve => this.server.close(resolve));
  }

  get origin(): string {
    const address = this.server.address();
    return typeof address === 'object' && address
      ? `https://127.0.0.1:${address.port}`
      : 'https://127.0.0.1:1';
  }

  /** Serves a ruleset with its signature, and answers that it has not changed to whoever knows it. */
  async serve(ruleset: object, key = KEYS.signing): Promise<void> {
    const text = JSON.stringify(ruleset);
    const signature = (await signBytes(key, new TextEncoder().encode(text))) ?? '';
    this.respond = ({ url, headers }, response) => {
      const etag = `"${text.length}"`;
      if (url?.endsWith('.sig')) response.end(signature);
      else if (headers['if-none-match'] === etag) response.writeHead(304).end();
      else response.writeHead(200, { etag }).end(text);
    };
  }
}

const ERROR = { id: 'ours', when: { jurisdictions: ['CN'] }, severity: 'error', locked: true };
const V1 = { name: 'acme', version: '1.2', extends: ['vendor-diligence:baseline'], rules: [ERROR] };
const V2 = { ...V1, version: '1.10', rules: [{ ...ERROR, id: 'ours-again' }] };

describe('a ruleset from the network', () => {
  let server: PolicyServer;
  let tree: TemporaryTree;

  beforeEach(async () => {
    server = new PolicyServer();
    await server.start();
    tree = temporaryTree();
    tree.write('main.tf', 'resource "alicloud_oss_bucket" "b" {}\n');
    await server.serve(V1);
  });
  afterEach(async () => {
    await server.stop();
    tree.remove();
  });

  const limits = { time: 400, bytes: 64 * 1024, redirects: 2 };
  const source = () => `${server.origin}/policy.jsonc#key=${KEYS.line}`;

  async function scan(name = source(), today = '2026-11-23'): Promise<Outcome> {
    return runCli(tree.root, ['scan', '--ruleset', name], {
      variables: { XDG_CACHE_HOME: join(tree.root, '.cache') },
      fetch: createFetchRuleset({ ca: [IDENTITY.cert], limits }),
      today,
    });
  }

  /** The rule that decided, what is said of the ruleset, and the exit code. */
  function summary({ stdout, stderr, exitCode }: Outcome) {
    const rule = /(error|warning|information) ([a-z-]+)/.exec(stdout)?.slice(1).join(' ');
    const said = `${stdout}\n${stderr}`.replace(/\s+/g, ' ');
    return { rule, exitCode, said };
  }

  async function fallsBack(expected: RegExp, today?: string): Promise<void> {
    const { rule, said, exitCode } = summary(await scan(source(), today));
    assert.match(said, expected);
    assert.match(said, /In force is the last good copy, seen on 2026-11-23/);
    assert.equal(rule, 'error ours');
    assert.equal(exitCode, 1);
  }

  it('is loaded the first time, with its signature', async () => {
    assert.deepEqual(summary(await scan()).rule, 'error ours');
    assert.deepEqual(server.requests, ['/policy.jsonc', '/policy.jsonc.sig']);
  });

  it('is asked for again, and has not changed', async () => {
    await scan();
    const { rule, exitCode } = summary(await scan());
    assert.deepEqual([rule, exitCode], ['error ours', 1]);
    assert.match(server.requests.at(-1) ?? '', /^\/policy\.jsonc if not "\d+"$/);
  });

  it('has a new version', async () => {
    await scan();
    await server.serve(V2);
    assert.equal(summary(await scan()).rule, 'error ours-again');
  });

  it('was tampered with: the last good copy is in force', async () => {
    await scan();
    const genuine = server.respond;
    server.respond = (request, response) =>
      request.url?.endsWith('.sig')
        ? genuine(request, response)
        : response.end(JSON.stringify({ ...V2, rules: [] }));
    await fallsBack(/its signature is not one of the expected key for this content/);
  });

  it('was tampered with: other commands tell it, too', async () => {
    await scan();
    server.respond = (_request, response) => response.end('{}');
    for (const command of [['fix'], ['baseline'], ['explain', 'alibaba-cloud'], ['ruleset', 'exceptions']]) {
      const { stderr } = await runCli(tree.root, [...command, '--ruleset', source()], {
        variables: { XDG_CACHE_HOME: join(tree.root, '.cache') },
        fetch: createFetchRuleset({ ca: [IDENTITY.cert], limits }),
        today: '2026-11-24',
      });
      assert.match(
        stderr,
        /In force is the last good copy, seen on 2026-11-23 \(1 day ago\)/,
        command.join(' '),
      );
    }
  });

  it('keeps a copy for each proof', async () => {
    await server.serve(V2);
    await scan();
    const pinned = `${server.origin}/policy.jsonc#sha256=${await sha256(new TextEncoder().encode(JSON.stringify(V1)))}`;
    await server.serve(V1);
    await scan(pinned);
    assert.match(summary(await scan()).said, /its version 1\.2 is lower than 1\.10, which was seen before/);
  });

  it('is signed by another key', async () => {
    await scan();
    await server.serve(V2, OTHER_KEYS.signing);
    await fallsBack(/its signature is not one of the expected key/);
  });

  it('has no signature', async () => {
    await scan();
    server.respond = ({ url }, response) =>
      url?.endsWith('.sig') ? response.writeHead(404).end() : response.end(JSON.stringify(V2));
    await fallsBack(/its signature cannot be had: the server answers 404/);
  });

  it('has an older version than was seen before', async () => {
    await server.serve(V2);
    await scan();
    await server.serve(V1);
    const { rule, said } = summary(await scan());
    assert.match(said, /its version 1\.2 is lower than 1\.10, which was seen before/);
    assert.equal(rule, 'error ours-again');
  });

  it('has expired', async () => {
    await scan();
    await server.serve({ ...V2, expires: '2026-11-22' });
    await fallsBack(/it expired on 2026-11-22/);
  });

  it('expires while it is kept: it stays in force, and never less than the baseline', async () => {
    await server.serve({ name: 'lax', extends: [], version: '1', expires: '2026-11-24' });
    assert.equal(summary(await scan()).rule, undefined);
    const { rule, said } = summary(await scan(source(), '2026-11-25'));
    assert.match(
      said,
      /it expired on 2026-11-24\. In force is the last good copy, seen on 2026-11-23 \(2 days ago\), although it expired/,
    );
    assert.equal(rule, 'warning flagged-vendor');
  });

  it('is not valid', async () => {
    await scan();
    await server.serve({ ...V2, rulez: [] });
    await fallsBack(/it is not valid: "rulez" is not a known property/);
  });

  it('is on a server that is gone: the age of the copy is told', async () => {
    await scan();
    const name = source();
    await server.stop();
    const { rule, said, exitCode } = summary(await scan(name, '2026-11-30'));
    assert.match(
      said,
      /the server cannot be reached\. In force is the last good copy, seen on 2026-11-23 \(7 days ago\)/,
    );
    assert.deepEqual([rule, exitCode], ['error ours', 1]);
  });

  it('is larger than anybody needs', async () => {
    await scan();
    server.respond = (_request, response) => {
      const block = Buffer.alloc(64 * 1024, 'x');
      for (let sent = 0; sent < 10 * 1024 * 1024; sent += block.length) response.write(block);
      response.end();
    };
    await fallsBack(/it is larger than 65536 bytes/);
  });

  it('is redirected to http', async () => {
    await scan();
    server.respond = (_request, response) =>
      response.writeHead(302, { location: 'http://127.0.0.1/policy.jsonc' }).end();
    await fallsBack(/the server redirects to http:/);
  });

  it('is redirected to https, once or for ever', async () => {
    const serve = server.respond;
    server.respond = (request, response) =>
      request.url?.startsWith('/policy')
        ? response.writeHead(302, { location: `/moved${request.url}` }).end()
        : serve(request, response);
    assert.equal(summary(await scan()).rule, 'error ours');
    server.respond = (_request, response) => response.writeHead(302, { location: '/policy.jsonc' }).end();
    await fallsBack(/the server redirects too often/);
  });

  it('is on a slow server', async () => {
    await scan();
    server.respond = (_request, response) => response.write('{');
    await fallsBack(/the server took longer than 0\.4 seconds/);
  });

  it('is on a server that nobody vouches for', async () => {
    const { said, exitCode } = summary(
      await runCli(tree.root, ['scan', '--ruleset', source()], { fetch: createFetchRuleset() }),
    );
    assert.match(said, /the server's certificate is not trusted\. No copy of it is kept/);
    assert.equal(exitCode, 2);
  });

  it('without a copy and without a server is an error: nothing would be known of the policy', async () => {
    const name = source();
    await server.stop();
    const { said, exitCode } = summary(await scan(name));
    assert.match(said, /the server cannot be reached\. No copy of it is kept/);
    assert.equal(exitCode, 2);
  });

  it('is pinned by its hash', async () => {
    const hash = await sha256(new TextEncoder().encode(JSON.stringify(V1)));
    const name = `${server.origin}/policy.jsonc#sha256=${hash}`;
    assert.equal(summary(await scan(name)).rule, 'error ours');
    await server.serve(V2);
    const { rule, said } = summary(await scan(name));
    assert.match(said, /its content does not have the expected hash/);
    assert.equal(rule, 'error ours');
  });

  it('is pinned by a key file', async () => {
    const pem = `-----BEGIN PUBLIC KEY-----\n${KEYS.line}\n-----END PUBLIC KEY-----\n`;
    tree.write('policy.pub', pem);
    assert.equal(summary(await scan(`${server.origin}/policy.jsonc#key=policy.pub`)).rule, 'error ours');
  });

  it('must be pinned', async () => {
    const { said, exitCode } = summary(await scan(`${server.origin}/policy.jsonc`));
    assert.match(said, /add "#sha256=…" or "#key=…"/);
    assert.deepEqual([exitCode, server.requests], [2, []]);
  });

  it('is kept where nobody can change it unseen', async () => {
    await scan();
    const folder = join(tree.root, '.cache', 'vendor-diligence', 'rulesets');
    const [file = ''] = readdirSync(folder);
    const copy = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    const lax = Buffer.from(JSON.stringify({ extends: [] })).toString('base64');
    writeFileSync(join(folder, file), JSON.stringify({ ...copy, content: lax }));
    const name = source();
    await server.stop();
    const { said, exitCode } = summary(await scan(name));
    assert.match(said, /No copy of it is kept/);
    assert.equal(exitCode, 2);
  });

  it('is never fetched for a repository', async () => {
    tree.write('.vendor-diligence.jsonc', JSON.stringify({ extends: [source()] }));
    const { stderr, exitCode } = await runCli(tree.root, ['scan'], {
      fetch: createFetchRuleset({ ca: [IDENTITY.cert], limits }),
    });
    assert.match(stderr, /A repository's ruleset reaches nothing on the network/);
    assert.deepEqual([exitCode, server.requests], [2, []]);
    assert.ok(!existsSync(join(tree.root, '.cache')));
  });
});
