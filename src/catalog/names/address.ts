/** A place on the network as files write it, in the form that is compared. */

/**
 * `host/path` of a URL or of a bare host with a path: lower-case host, without scheme, user, port, query and
 * closing slash. The path keeps its case.
 */
export function normaliseAddress(address: string): string {
  const rest = address
    .trim()
    .replace(/^[a-z][a-z0-9+.-]*:\/\//i, '')
    .replace(/^\/\//, '')
    .replace(/[?#].*$/s, '');
  const slash = rest.indexOf('/');
  const authority = slash < 0 ? rest : rest.slice(0, slash);
  const path = slash < 0 ? '' : rest.slice(slash);
  return normaliseHost(authority) + withoutClosingSlash(path);
}

/** The host of a normalised address. */
export function hostOf(address: string): string {
  const slash = address.indexOf('/');
  return slash < 0 ? address : address.slice(0, slash);
}

function normaliseHost(authority: string): string {
  return authority
    .slice(authority.lastIndexOf('@') + 1)
    .replace(/:.*$/s, '')
    .replace(/\.$/, '')
    .toLowerCase();
}

function withoutClosingSlash(path: string): string {
  return path.endsWith('/') ? path.slice(0, -1) : path;
}

/** Whole path segments only: `/google_containers` is no prefix of `/google_containersx`. */
export function endsSegment(text: string, end: number): boolean {
  const next = text[end];
  return next === undefined || next === '/' || text[end - 1] === '/';
}
