import type { PackageReference, Reference } from '../../../model/extraction.ts';
import type { Span } from '../../../text/span.ts';
import { UNKNOWN_PART } from '../../../text/unknown-part.ts';
import type { Where } from '../strings.ts';
import { packageReference, withoutUserInfo } from './package-reference.ts';

/** A package as a manifest or lockfile has it. */
export interface NamedPackage {
  /** The type of its package URL: `maven`, `gem`, … */
  readonly type: string;
  /** As the ecosystem writes it; what stands before the last `/` becomes the namespace. */
  readonly path: string;
  /** As people know it, when not `path`: `group:artifact`. */
  readonly name?: string;
  /** The name's token. */
  readonly span: Span;
  /** The version or range as written. */
  readonly written?: string | undefined;
  /** The one version that is meant, when it is one. */
  readonly version?: string | undefined;
  readonly dependency?: PackageReference['dependency'];
  /** Lockfiles: the node in the graph. */
  readonly node?: string;
}

/** One reference, or none when nothing can have that name. */
export function packageReferences(found: NamedPackage, where: Where): Reference[] {
  const { type, path, span, written, version, dependency = 'direct', node } = found;
  const purl = packagePurl(type, path, version);
  if (purl === undefined) return [];
  const named: PackageReference = {
    purl,
    name: found.name ?? path,
    ...(written ? { version: withoutUserInfo(written) } : {}),
    dependency,
    ...(node === undefined ? {} : { node }),
  };
  return [packageReference(named, span, where)];
}

/**
 * `pkg:type/namespace/name@version` (https://github.com/package-url/purl-spec).
 * @returns `undefined` for a name that is empty, not wholly known, or no name.
 */
export function packagePurl(type: string, path: string, version?: string): string | undefined {
  const name = LOWER_CASE_TYPES.has(type) ? path.toLowerCase() : path;
  const encodedName = encoded(name);
  if (encodedName === undefined || encodedName === '') return undefined;
  const encodedVersion = version === undefined ? undefined : encoded(version);
  return encodedVersion ? `pkg:${type}/${encodedName}@${encodedVersion}` : `pkg:${type}/${encodedName}`;
}

const LOWER_CASE_TYPES = new Set(['composer', 'pub', 'hex', 'bitbucket', 'github', 'gitlab']);

/** Nearly all names and versions have nothing to encode, and lockfiles have tens of thousands. */
const PLAIN = /^[A-Za-z0-9._~-]+(?:\/[A-Za-z0-9._~-]+)*$/;

function encoded(text: string): string | undefined {
  if (PLAIN.test(text)) return text;
  if (text.includes(UNKNOWN_PART) || /[\s<>"'`{}$\\]/.test(text)) return undefined;
  const segments = text.split('/').filter(segment => segment !== '');
  try {
    return segments.map(segment => encodeURIComponent(segment)).join('/');
  } catch {
    // encodeURIComponent refuses a lone surrogate by throwing.
    return undefined;
  }
}

/** A version of digits that is one version and no range; `undefined` for anything else. */
export function exactVersion(written: string | undefined): string | undefined {
  return written !== undefined && EXACT_VERSION.test(written) ? written : undefined;
}

const EXACT_VERSION = /^v?\d+(?:\.\d+){0,5}(?:[-.+][0-9A-Za-z][0-9A-Za-z.+-]{0,80})?$/;
