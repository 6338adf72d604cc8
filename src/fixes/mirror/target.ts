import { registryHost } from '../../catalog/names/image-name.ts';
import type { Mirror } from '../../model/catalog.ts';
import type { Ruleset } from '../../model/ruleset.ts';
import type { TextEdit } from '../../text/edit.ts';
import { span } from '../../text/span.ts';
import type { WrittenAddress } from './written-address.ts';

/** Where an address is to lead instead. */
export interface Target {
  /** A URL, or a host with or without a path. */
  readonly address: string;
  /** Who says so: the ruleset, or the catalog's table of what is mirrored. */
  readonly by: 'ruleset' | 'catalog';
  /** The part of the address that goes, without scheme; without it, what the mirror's entry names, else all. */
  readonly from?: string;
  readonly note?: string | undefined;
}

/** What the tool asks when nothing is set is written so in the catalog: there is no address to put in place. */
const TOOL_DEFAULT = 'origin:';

/** What the ruleset approves in the mirror's place: a replacement of its address, else the ecosystem's registry. */
export function approvedTarget(
  written: WrittenAddress,
  ecosystems: readonly (string | undefined)[],
  ruleset: Ruleset,
): Target | undefined {
  const replacement = replacementOf(written, ruleset);
  if (replacement) return replacement;
  for (const ecosystem of ecosystems) {
    const registry = ecosystem === undefined ? undefined : ruleset.approved.registries[ecosystem];
    if (registry !== undefined) return { address: registry, by: 'ruleset' };
  }
  return undefined;
}

/** What the ruleset's `replacements` put in an address's place. */
export function replacementOf({ host, path }: WrittenAddress, { replacements }: Ruleset): Target | undefined {
  const address = host + path;
  for (const { from, to, note } of replacements) {
    const prefix = bare(from);
    if (isPrefix(prefix.toLowerCase(), address)) return { address: to, by: 'ruleset', from: prefix, note };
  }
  return undefined;
}

/**
 * What the mirror copies, when that has an address.
 * @param scheme what the mirror is written with: without one it may be part of an image's name
 */
export function upstreamTarget(mirrorOf: string | undefined, scheme = ''): Target | undefined {
  if (mirrorOf === undefined || mirrorOf.startsWith(TOOL_DEFAULT)) return undefined;
  return { address: scheme === '' ? mirrorOf : registryHost(mirrorOf), by: 'catalog' };
}

/**
 * Puts the target where the mirror's prefix is written; what follows it (a version, a file) stays, and so do the
 * scheme's own form (`sparse+`), escapes and quotes.
 */
export function replaceAddress(
  written: WrittenAddress,
  mirror: Mirror | undefined,
  target: Target,
): TextEdit {
  const { host, path, ends, scheme, place } = written;
  const from = target.from ?? (mirror?.from.includes('*') ? host : (mirror?.from ?? host + path));
  const length = Math.min(from.length, ends.length);
  const rest = path.slice(Math.max(0, length - host.length));
  const wanted = withoutRepeatedEnd(bare(target.address), rest);
  const end = ends[length - 1] ?? place.end;
  return {
    span: span(place.start - scheme.length, end),
    newText:
      schemeFor(scheme, target.address, mirror?.ecosystem) +
      (scheme.includes('\\/') ? wanted.replaceAll('/', '\\/') : wanted),
  };
}

/** A list that goes on with the same address loses the entry: `GOPROXY=https://mirror,https://proxy.golang.org,direct`. */
export function withoutRepeat(text: string, edit: TextEdit): TextEdit {
  const { start, end } = edit.span;
  const next = /^[,|]([^\s,|"'`})]+)/.exec(text.slice(end, end + MAX_ENTRY))?.[1];
  return next?.replace(/\/$/, '') === edit.newText.replace(/\/$/, '')
    ? { span: span(start, end + 1), newText: '' }
    : edit;
}

/** Longer than the address of any registry. */
const MAX_ENTRY = 500;

/** `http` becomes `https`, unless the target says otherwise or the ecosystem's hosts are not all served so. */
function schemeFor(written: string, address: string, ecosystem: string | undefined): string {
  if (written === '') return '';
  const own = /^([a-z][a-z0-9]*):\/\//i.exec(address)?.[1];
  const secure = SECURE.has(ecosystem ?? '') ? 'https' : undefined;
  return written.replace(/https?(?=\\?:)/i, scheme => own ?? secure ?? scheme);
}

/** Whose own registries are all served so. Distributions sign their packages, and some of their hosts only speak `http`. */
const SECURE = new Set([
  'docker',
  'npm',
  'pypi',
  'maven',
  'gradle',
  'go',
  'cargo',
  'rubygems',
  'composer',
  'nuget',
  'node',
  'rustup',
]);

/** `https://nuget.example.com/v3/index.json` for `…/v3` + `/index.json`: an end that both have is written once. */
function withoutRepeatedEnd(address: string, rest: string): string {
  const end = rest.replace(/\/$/, '');
  const start = address.replace(/\/$/, '');
  return end !== '' && start.endsWith(end) ? start.slice(0, -end.length) : start;
}

function bare(address: string): string {
  return address.replace(/^[a-z][a-z0-9+.-]*:\/\//i, '');
}

function isPrefix(prefix: string, address: string): boolean {
  const next = address[prefix.length];
  return address.startsWith(prefix) && (next === undefined || /[/:]/.test(next) || prefix.endsWith('/'));
}
