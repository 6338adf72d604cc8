import type { Finding } from '../../model/finding.ts';
import type { FixContext } from '../context.ts';

/** A package that can take another's place. */
export interface Candidate {
  /** https://github.com/package-url/purl-spec without version. */
  readonly purl: string;
  /** How far it is from drop-in. */
  readonly note: string | undefined;
  /** A version that exists; `undefined` when none is known. */
  readonly version: string | undefined;
  /** The day on which the catalog's source had it; `undefined` when the ruleset names the version. */
  readonly seen: string | undefined;
}

/**
 * What can take the package's place in the same ecosystem: what the ruleset says, else the catalog's candidates in the
 * order in which the ruleset prefers their vendors.
 */
export function candidatesFor(
  purl: string,
  { ruleset, catalog }: Pick<FixContext, 'ruleset' | 'catalog'>,
): Candidate[] {
  const type = typeOf(purl);
  const bare = withoutVersion(purl);
  const own = ruleset.replacements.filter(({ from }) => withoutVersion(from) === bare);
  const known = own.length > 0 ? own.map(({ to, note }) => ({ purl: to, note })) : fromCatalog(bare);
  return known
    .filter(each => typeOf(each.purl) === type)
    .map(each => {
      const stated = versionIn(each.purl);
      const known = stated === undefined ? catalog.publishedVersion(each.purl) : undefined;
      const version = stated ?? known?.version;
      return { purl: withoutVersion(each.purl), note: each.note, version, seen: known?.date };
    });

  function fromCatalog(name: string): { purl: string; note?: string | undefined }[] {
    const { prefer, vendors } = ruleset.approved;
    const order = [...new Set([...prefer, ...vendors])];
    const rank = (vendor: string | undefined) => {
      const index = vendor === undefined ? -1 : order.indexOf(vendor);
      return index < 0 ? order.length : index;
    };
    return [...(catalog.packageEntry(name)?.replacements ?? [])].sort(
      (a, b) => rank(catalog.packageEntry(a.purl)?.vendor) - rank(catalog.packageEntry(b.purl)?.vendor),
    );
  }
}

/** The name as the ecosystem's manifests write it, without version: `@aws-sdk/client-s3`, `com.azure:azure-storage-blob`. */
export function nameOf(purl: string): string {
  const [, path = ''] = /^pkg:[^/]+\/([^?#]*)/.exec(withoutVersion(purl)) ?? [];
  const decoded = path.split('/').map(decode);
  return typeOf(purl) === 'maven' ? decoded.join(':') : decoded.join('/');
}

/** A note as a sentence without its full stop, which is what its translations are found by. */
export function noteSentence(note: string): string {
  return note.charAt(0).toUpperCase() + note.slice(1).replace(/\.$/, '');
}

/** The direct dependency that brings the package in; `undefined` when it is one itself. */
export function broughtInBy({ via }: Finding): string | undefined {
  return via.length > 1 ? via[0] : undefined;
}

function typeOf(purl: string): string {
  return /^pkg:([^/]+)\//.exec(purl)?.[1]?.toLowerCase() ?? '';
}

/** One that a manifest can hold: a ruleset's own words get into files. */
function versionIn(purl: string): string | undefined {
  return /[^/]@(v?\d+(?:[-+.][\w.+-]+)?)$/.exec(withoutQualifiers(purl))?.[1];
}

function withoutVersion(purl: string): string {
  return withoutQualifiers(purl).replace(/(?<=[^/])@[^@/]*$/, '');
}

function withoutQualifiers(purl: string): string {
  return purl.replace(/[?#].*$/s, '');
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
