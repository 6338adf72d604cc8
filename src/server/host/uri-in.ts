import { URI } from 'vscode-uri';

/**
 * The URI of a path that is absolute or relative to a folder (a URI), with the separators of either system. An absolute
 * path is of the folder's file system.
 */
export function uriIn(folder: string, path: string): string {
  const slashed = path.replaceAll('\\', '/');
  const base = URI.parse(folder);
  const drive = /^[A-Za-z]:\//.test(slashed);
  if (base.scheme === 'file' && (drive || slashed.startsWith('/'))) return URI.file(slashed).toString();
  const segments = slashed.startsWith('/') ? [] : base.path.split('/').filter(Boolean);
  for (const segment of slashed.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '.' && segment !== '') segments.push(segment);
  }
  return base.with({ path: `/${segments.join('/')}` }).toString();
}

/**
 * What relative names in the document with the URI start from: the absolute path of a file on this machine, else the URI.
 * A document that was never saved lies in no folder.
 */
export function locationOf(uri: string): string | undefined {
  const { scheme, fsPath } = URI.parse(uri);
  if (scheme === 'untitled') return undefined;
  return scheme === 'file' ? fsPath : uri;
}

/** The URI of a location: of an absolute path of either system, or the URI that it is. */
export function locationUri(location: string): string {
  return isUri(location) ? location : URI.file(location).toString();
}

/** Whether a location is a URI: no absolute path of either system begins so. */
export function isUri(location: string): boolean {
  return /^[a-z][a-z0-9+.-]+:/i.test(location);
}
