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
