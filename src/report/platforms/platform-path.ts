import type { Presentation } from '../report.ts';

/**
 * A path as a platform that reads the report knows it: relative to the folder that the command ran in, which in CI is
 * the repository's root. Below a root outside that folder it stays relative to the scanned root.
 */
export function platformPath(path: string, { pathPrefix }: Pick<Presentation, 'pathPrefix'>): string {
  return pathPrefix.startsWith('..') ? path : pathPrefix + path;
}

/** The same as a relative URI reference (RFC 3986): every character that has a meaning in a URI is encoded. */
export function platformUri(path: string, presentation: Pick<Presentation, 'pathPrefix'>): string {
  return platformPath(path, presentation)
    .split('/')
    .map(segment => encodeURIComponent(segment.replace(LONE_SURROGATE, '\ufffd')))
    .join('/');
}

/** Half of a character, which no URI can express. */
const LONE_SURROGATE = /\p{Cs}/gu;
