import type { FetchAnswer, FetchRuleset } from '../../engine/index.ts';

/** Milliseconds for which an answer, or a failure, counts as today's. */
const KEPT = { answer: 5 * 60_000, failure: 30_000 } as const;

/**
 * Asks a server again only after a while: an editor reads its rulesets at every change of a ruleset file.
 * @param now milliseconds of a clock that does not go back
 */
export function rememberingFetch(
  fetch: FetchRuleset,
  now: () => number = () => performance.now(),
): FetchRuleset {
  const known = new Map<string, { readonly answer: FetchAnswer; readonly until: number }>();
  return async asked => {
    const last = known.get(asked.url);
    const isOfUse = last && (last.answer.type !== 'unchanged' || asked.etag !== undefined);
    if (isOfUse && now() < last.until) return asSeenWith(asked.etag, last.answer);
    const answer = await fetch(asked);
    const kept = answer.type === 'failed' ? KEPT.failure : KEPT.answer;
    known.set(asked.url, { answer, until: now() + kept });
    return answer;
  };
}

/** Whoever has the content already is told that it has not changed. */
function asSeenWith(etag: string | undefined, answer: FetchAnswer): FetchAnswer {
  const has = answer.type === 'content' && etag !== undefined && etag === answer.etag;
  return has ? { type: 'unchanged' } : answer;
}
