import type { Span } from './span.ts';
import { UNKNOWN_PART } from './unknown-part.ts';

/** A host name found in running text. */
export interface HostMention {
  /** Lower case, without port and trailing dot; may hold `UNKNOWN_PART` inside labels. */
  readonly host: string;
  /** The host's span within the text that was searched. */
  readonly span: Span;
  /** What follows the host and port: `/path`, without a query, which can hold keys; empty when nothing does. */
  readonly path: string;
}

/**
 * Finds host names in a string value: in URLs, in `user@host:path`, and bare. A bare name with a last label
 * that is more often a file extension (`main.rs`, `build.sh`) counts only inside a URL.
 */
export function findHosts(text: string): HostMention[] {
  if (!text.includes('.')) return [];
  const mentions: HostMention[] = [];
  for (const match of text.matchAll(HOST)) {
    const host = match[0].toLowerCase();
    const before = beforeHost(text.slice(Math.max(0, match.index - 64), match.index));
    if (before === undefined) continue;
    const end = match.index + host.length;
    const inUrl = /:\/\/(?:[^\s/@]*@)?$/.test(before);
    if (!inUrl && !isBareHost(host, before, text.slice(end, end + 1))) continue;
    const path = (inUrl ? URL_PATH : BARE_PATH).exec(text.slice(end, end + 2048))?.[1] ?? '';
    mentions.push({ host, span: { start: match.index, end }, path });
  }
  return mentions;
}

/** A backslash begins what a program is to make of it: `\n`, `\"`. */
const URL_PATH = /^(?::\d{1,5})?(\/[^\s"'`<>,;)\]}?#\\]*)?/;

/** Without a value that is given to what stands there: `example.org/tool/version.host=…`, as linkers are told. */
const BARE_PATH = /^(?::\d{1,5})?(\/[^\s"'`<>,;)\]}?#=\\]*)?/;

/** What stands before a host, less the label that its author is to fill in; none when it is part of another name. */
function beforeHost(text: string): string | undefined {
  if (!text.endsWith('.')) return text;
  const blank = BLANK_LABEL.exec(text);
  return blank ? text.slice(0, blank.index) : undefined;
}

/** `<bucket>.`, `{bucket}.`, `[bucket].`, `%BUCKET%.`, `@bucket@.`, `*.`, also after the first part of a name: `a.logs-<id>.` */
const BLANK_LABEL =
  /(?<![\w.-])(?:\w[\w.-]{0,60}[.-])?(?:<[\w .-]{1,40}>|\{[\w.-]{1,40}\}|\[[a-z][\w-]{0,40}\]|%\w{1,40}%|@[\w.-]{1,40}@|\*)\.$/i;

/** Labels of letters, digits, hyphens and unknown parts; the last one of letters alone (RFC 1123, RFC 3696 section 2). */
const LABEL = `[a-z0-9_${UNKNOWN_PART}](?:[a-z0-9_${UNKNOWN_PART}-]{0,61}[a-z0-9_${UNKNOWN_PART}])?`;
const HOST = new RegExp(
  `(?<![a-z0-9_${UNKNOWN_PART}-])(?<!(?:^|[^>}\\]%@*])\\.)(?:${LABEL}\\.)+[a-z]{2,24}(?![a-z0-9_-]|\\.[a-z0-9_${UNKNOWN_PART}<{[%@])`,
  'gi',
);

function isBareHost(host: string, before: string, after: string): boolean {
  if (/[\\/$]$/.test(before) && !/(^|[\s"'=,(])\/\/$/.test(before)) return false;
  if (before.endsWith('@') && after !== ':' && after !== '/') return false;
  if (after === '(') return false;
  const lastLabel = host.slice(host.lastIndexOf('.') + 1);
  return lastLabel.length === 2 ? !FILE_EXTENSIONS.has(lastLabel) : GENERIC_DOMAINS.has(lastLabel);
}

/** Country-code domains that are far more often file extensions or members of an object. */
const FILE_EXTENSIONS = new Set(
  'as bz cc cs db do gz gs hs is js kt ls md mk ml mm mo no pl pm ps py rb re rs sc sh sk sl so st sv tf ts vb vi xz'.split(
    ' ',
  ),
);

/** The generic top-level domains that cloud endpoints, registries and mirrors are found under. */
const GENERIC_DOMAINS = new Set(
  'com net org edu gov info cloud dev app run site online store tech xyz top vip pro group asia biz work link live'.split(
    ' ',
  ),
);
