import type { IncomingMessage } from 'node:http';
import type { FetchAnswer, FetchRequest, FetchRuleset } from '../engine/ports.ts';
import { dataWords, type Phrase, phrase } from '../words/phrase.ts';
import { errorCode } from './read-file.ts';

/** What a server may take and give. */
interface FetchLimits {
  /** Milliseconds for one request with its redirects. */
  readonly time: number;
  readonly bytes: number;
  readonly redirects: number;
}

const LIMITS: FetchLimits = { time: 10_000, bytes: 1024 * 1024, redirects: 3 };

export interface FetchOptions {
  /** Certificates (PEM) of authorities to trust instead of the system's. */
  readonly ca?: readonly string[];
  /** Where less is wanted than usual. */
  readonly limits?: Partial<FetchLimits>;
}

/** Fetches rulesets with Node's own https client. */
export function createFetchRuleset({ ca, limits: wanted }: FetchOptions = {}): FetchRuleset {
  const limits = { ...LIMITS, ...wanted };
  return async asked => {
    const signal = AbortSignal.timeout(limits.time);
    try {
      return await follow(asked, { ca, limits, signal }, limits.redirects);
    } catch (error) {
      const seconds = limits.time / 1000;
      const reason = signal.aborted ? phrase('server.slow', { seconds }) : reasonOf(error);
      return { type: 'failed', reason };
    }
  };
}

interface Connection {
  readonly ca: readonly string[] | undefined;
  readonly limits: FetchLimits;
  readonly signal: AbortSignal;
}

async function follow(asked: FetchRequest, connection: Connection, redirects: number): Promise<FetchAnswer> {
  const url = URL.canParse(asked.url) ? new URL(asked.url) : undefined;
  if (url?.protocol !== 'https:') return { type: 'failed', reason: phrase('server.https-only') };
  const response = await get(url, asked.etag, connection);
  const { statusCode = 0, headers } = response;
  if (statusCode === 304) return ended(response, { type: 'unchanged' });
  if (REDIRECTS.has(statusCode)) {
    ended(response, undefined);
    const target = headers.location === undefined ? undefined : new URL(headers.location, url);
    if (!target) return { type: 'failed', reason: phrase('server.redirects-nowhere') };
    if (target.protocol !== 'https:')
      return { type: 'failed', reason: phrase('server.redirects-to', { protocol: target.protocol }) };
    if (redirects === 0) return { type: 'failed', reason: phrase('server.redirects-often') };
    return follow({ ...asked, url: target.href }, connection, redirects - 1);
  }
  if (statusCode !== 200)
    return ended(response, { type: 'failed', reason: phrase('server.answers', { status: statusCode }) });
  return readBody(response, connection.limits.bytes);
}

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

async function get(url: URL, etag: string | undefined, { ca, signal }: Connection): Promise<IncomingMessage> {
  // Most runs fetch nothing, and what Node loads for it takes as long as many a scan.
  const { request } = await import('node:https');
  return new Promise((resolve, reject) => {
    request(
      url,
      {
        signal,
        ...(ca ? { ca: [...ca] } : {}),
        headers: { accept: '*/*', ...(etag === undefined ? {} : { 'if-none-match': etag }) },
      },
      resolve,
    )
      .on('error', reject)
      .end();
  });
}

async function readBody(response: IncomingMessage, limit: number): Promise<FetchAnswer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response) {
    length += chunk.length;
    if (length > limit)
      return ended(response, { type: 'failed', reason: phrase('server.large', { bytes: limit }) });
    chunks.push(chunk);
  }
  const { etag } = response.headers;
  return { type: 'content', bytes: Buffer.concat(chunks), ...(etag === undefined ? {} : { etag }) };
}

/** Nothing more of the response is wanted. */
function ended<Answer>(response: IncomingMessage, answer: Answer): Answer {
  response.destroy();
  return answer;
}

function reasonOf(error: unknown): Phrase {
  const code = errorCode(error);
  const reasons: Readonly<Record<string, Phrase>> = {
    ECONNREFUSED: phrase('server.unreached'),
    ENOTFOUND: phrase('server.unknown'),
    ECONNRESET: phrase('server.closed'),
    DEPTH_ZERO_SELF_SIGNED_CERT: phrase('server.untrusted'),
    SELF_SIGNED_CERT_IN_CHAIN: phrase('server.untrusted'),
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: phrase('server.untrusted'),
  };
  return reasons[code ?? ''] ?? dataWords(code ?? String(error));
}
