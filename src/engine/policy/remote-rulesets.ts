import { daysBetween } from '../../model/day.ts';
import type { Problem } from '../../model/problem.ts';
import { readRuleset } from '../../ruleset/load.ts';
import { isSignedBy, type PublicKey, sha256 } from '../../ruleset/signature.ts';
import { fromBase64, toBase64 } from '../../text/base64.ts';
import { hashText } from '../../text/hash.ts';
import { counted, type Phrase, phrase, sentences } from '../../words/phrase.ts';
import { decode } from '../decode.ts';
import type { Clock, FetchRuleset, RulesetCache } from '../ports.ts';

/** What loads rulesets from the network. Without `fetch` nothing is fetched and the last good copies are used. */
export interface NetworkPorts {
  readonly fetch?: FetchRuleset | undefined;
  readonly cache?: RulesetCache | undefined;
  readonly clock: Clock;
}

/** An address, and what proves that its content is the wanted one. */
export interface PinnedAddress {
  readonly url: string;
  readonly pin: Pin;
}

type Pin =
  /** `#sha256=…`: the content's hash. */
  | { readonly type: 'hash'; readonly sha256: string }
  /** `#key=…`: the key of the signature that stands beside the content, as `<address>.sig`. */
  | { readonly type: 'key'; readonly key: PublicKey };

/** A ruleset from the network: the text to use, and why it is not what the address has now. */
export interface RemoteRuleset {
  readonly text?: string;
  readonly problem?: Problem;
}

/** A last good copy, as the cache keeps it. */
interface Copy {
  /** Base64, so that the bytes stay exactly those that were signed. */
  readonly content: string;
  readonly signature?: string;
  readonly etag?: string;
  /** The day on which the address was last seen to have it. */
  readonly seen: string;
}

/** A copy whose pin holds. */
interface Verified {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly text: string;
  readonly version?: string | undefined;
  readonly expires?: string | undefined;
}

/**
 * Loads the ruleset at an address. What is new counts only if the pin holds, it is valid, has not expired and its version
 * is not lower than that of the last good copy; else that copy stays in force. Never rejects.
 */
export async function loadRemoteRuleset(
  { url, pin }: PinnedAddress,
  { fetch, cache, clock }: NetworkPorts,
): Promise<RemoteRuleset> {
  const today = clock.today();
  // By the proof, too: what another one vouches for is no copy of this.
  const key = hashText(`${url}#${pin.type === 'hash' ? pin.sha256 : toBase64(pin.key.der)}`);
  const copy = readCopy(await cache?.read(key));
  const good = copy && (await verifiedCopy(copy, pin));
  const answer = fetch
    ? await fetchPinned(url, pin, fetch, good ? copy.etag : undefined)
    : { reason: phrase('policy.no-fetch') };
  if ('reason' in answer) return fallBack(url, answer.reason, today, good, copy);
  if ('unchanged' in answer) {
    if (!good || !copy) return fallBack(url, phrase('policy.unchanged-no-copy'), today);
    const expired = whyExpired(good, today);
    if (expired) return fallBack(url, expired, today, good, copy);
    await cache?.write(key, JSON.stringify({ ...copy, seen: today }));
    return { text: good.text };
  }
  const next = verifiedContent(answer.bytes);
  const refused = 'reason' in next ? next.reason : whyRefused(next, good, today);
  if ('reason' in next || refused !== undefined)
    return fallBack(url, refused ?? phrase('policy.no-ruleset'), today, good, copy);
  const { signature, etag } = answer;
  const fresh: Copy = {
    content: toBase64(answer.bytes),
    seen: today,
    ...(signature === undefined ? {} : { signature }),
    ...(etag === undefined ? {} : { etag }),
  };
  await cache?.write(key, JSON.stringify(fresh));
  return { text: next.text };
}

interface Fetched {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly signature?: string;
  readonly etag?: string;
}

/** The content whose pin holds, or why there is none. */
async function fetchPinned(
  url: string,
  pin: Pin,
  fetch: FetchRuleset,
  etag: string | undefined,
): Promise<Fetched | { readonly unchanged: true } | { readonly reason: Phrase }> {
  const answer = await fetch(etag === undefined ? { url } : { url, etag });
  if (answer.type === 'failed') return { reason: answer.reason };
  if (answer.type === 'unchanged') return { unchanged: true };
  const bytes = Uint8Array.from(answer.bytes);
  const tag = answer.etag === undefined ? {} : { etag: answer.etag };
  if (pin.type === 'hash')
    return (await sha256(bytes)) === pin.sha256 ? { bytes, ...tag } : { reason: WRONG_HASH };
  const signature = await fetch({ url: signatureAddress(url) });
  if (signature.type !== 'content') {
    const reason = signature.type === 'failed' ? signature.reason : phrase('policy.no-content');
    return { reason: phrase('policy.no-signature', { reason }) };
  }
  const text = new TextDecoder().decode(signature.bytes).trim();
  return (await isSignedBy(pin.key, bytes, text))
    ? { bytes, signature: text, ...tag }
    : { reason: WRONG_SIGNATURE };
}

const WRONG_HASH = phrase('policy.wrong-hash');
const WRONG_SIGNATURE = phrase('policy.wrong-signature');

function signatureAddress(url: string): string {
  const query = url.indexOf('?');
  return query < 0 ? `${url}.sig` : `${url.slice(0, query)}.sig${url.slice(query)}`;
}

function readCopy(text: string | undefined): Copy | undefined {
  if (text === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isCopy(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isCopy(value: unknown): value is Copy {
  if (typeof value !== 'object' || value === null) return false;
  const isText = (name: string) => typeof Reflect.get(value, name) === 'string';
  const isOptional = (name: string) => !Object.hasOwn(value, name) || isText(name);
  return isText('content') && isText('seen') && isOptional('signature') && isOptional('etag');
}

/** What lies on the disk is believed no more than what comes from the network. */
async function verifiedCopy({ content, signature }: Copy, pin: Pin): Promise<Verified | undefined> {
  const bytes = fromBase64(content);
  if (!bytes) return undefined;
  const holds =
    pin.type === 'hash'
      ? (await sha256(bytes)) === pin.sha256
      : signature !== undefined && (await isSignedBy(pin.key, bytes, signature));
  const verified = holds ? verifiedContent(bytes) : undefined;
  return verified && 'text' in verified ? verified : undefined;
}

function verifiedContent(bytes: Uint8Array<ArrayBuffer>): Verified | { readonly reason: Phrase } {
  const { text } = decode('', bytes);
  const { ruleset, problems } = readRuleset({ name: '', text });
  if (!ruleset)
    return {
      reason: phrase('policy.not-valid', { problem: problems[0]?.message ?? phrase('policy.no-ruleset') }),
    };
  return { bytes, text, version: ruleset.version, expires: ruleset.expires };
}

function whyRefused(next: Verified, good: Verified | undefined, today: string): Phrase | undefined {
  if (good?.version !== undefined && compareVersions(next.version ?? '0', good.version) < 0) {
    return phrase('policy.older', { version: next.version ?? '–', known: good.version });
  }
  return whyExpired(next, today);
}

function whyExpired({ expires }: Verified, today: string): Phrase | undefined {
  return expires !== undefined && expires < today ? phrase('policy.it-expired', { day: expires }) : undefined;
}

/** Negative when `a` is the lower one. */
function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map(version => version.split('.').map(Number));
  for (let index = 0; index < Math.max(left?.length ?? 0, right?.length ?? 0); index++) {
    const difference = (left?.[index] ?? 0) - (right?.[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function fallBack(url: string, reason: Phrase, today: string, good?: Verified, copy?: Copy): RemoteRuleset {
  const first = phrase('policy.not-usable', { ruleset: url, reason });
  if (!good || !copy) {
    const message = sentences(first, phrase('policy.no-copy'));
    return { problem: { code: 'ruleset-unavailable', message } };
  }
  const expired = whyExpired(good, today);
  const age = { day: copy.seen, days: counted('policy.days-ago', daysBetween(copy.seen, today)) };
  const state =
    expired === undefined
      ? phrase('policy.last-copy', age)
      : phrase('policy.last-copy-expired', { ...age, expired });
  return { text: good.text, problem: { code: 'ruleset-stale', message: sentences(first, state) } };
}
