import type { FetchAnswer, FetchRuleset } from '../../engine/index.ts';
import { phrase } from '../../words/phrase.ts';

/** Somebody waits for the first findings. */
const LIMITS = { time: 3000, bytes: 1024 * 1024 };

/**
 * Gets a ruleset as a browser can: it follows redirects by itself, so that where they ended is checked afterwards. Tags
 * are not used, because servers seldom let pages of others see them. Sends no cookies and no referrer.
 */
export function fetchRuleset(get: typeof fetch): FetchRuleset {
  return async ({ url }) => {
    if (!URL.canParse(url) || new URL(url).protocol !== 'https:')
      return { type: 'failed', reason: phrase('server.https-only') };
    const signal = AbortSignal.timeout(LIMITS.time);
    try {
      const response = await get(url, { signal, credentials: 'omit', referrerPolicy: 'no-referrer' });
      if (new URL(response.url || url).protocol !== 'https:')
        return {
          type: 'failed',
          reason: phrase('server.redirects-to', { protocol: new URL(response.url).protocol }),
        };
      if (response.status !== 200)
        return { type: 'failed', reason: phrase('server.answers', { status: response.status }) };
      return await readBody(response);
    } catch {
      const seconds = LIMITS.time / 1000;
      const reason = signal.aborted
        ? phrase('server.slow', { seconds })
        : phrase('server.unreached-or-closed');
      return { type: 'failed', reason };
    }
  };
}

async function readBody(response: Response): Promise<FetchAnswer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (const reader = response.body?.getReader(); reader; ) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > LIMITS.bytes) {
      await reader.cancel();
      return { type: 'failed', reason: phrase('server.large', { bytes: LIMITS.bytes }) };
    }
    chunks.push(value);
  }
  const bytes = new Uint8Array(length);
  let start = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, start);
    start += chunk.length;
  }
  return { type: 'content', bytes };
}
