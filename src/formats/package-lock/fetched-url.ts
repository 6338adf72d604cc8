/** The host of a URL, by offsets in it. */
export interface UrlHost {
  /** Lower case, without port. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly hasUserInfo: boolean;
}

/** The host of `url`; `undefined` for a path or anything else without `scheme://host`. */
export function hostOfUrl(url: string): UrlHost | undefined {
  const match = URL_HOST.exec(url);
  const written = match?.[2];
  if (!match || !written) return undefined;
  const end = match[0].length;
  const hasUserInfo = match[1] !== undefined;
  return { name: written.toLowerCase(), start: end - written.length, end, hasUserInfo };
}

const URL_HOST = /^[a-z+]+:\/\/([^/@?#]*@)?([a-z0-9_.-]+)/i;

/**
 * Does the URL have the form of a registry's: `…/name/-/name-1.0.0.tgz`, or any path to `name-1.0.0.tgz`? Git servers
 * and downloads of archives have not.
 */
export function isFromRegistry(url: string, name: string, version: string | undefined): boolean {
  if (!/^https?:/i.test(url)) return false;
  const path = withoutQuery(url);
  const file = `${name.slice(name.lastIndexOf('/') + 1)}-${version ?? ''}.tgz`;
  if (path.endsWith(`/${file}`)) return true;
  return spellings(name).some(each => path.includes(`/${each}/-/`) || path.includes(`/download/${each}/`));
}

/** The address without its query and fragment. */
export function withoutQuery(url: string): string {
  const end = url.search(/[?#]/);
  return end < 0 ? url : url.slice(0, end);
}

/** The offset after the registry's own part of `url`: `https://host/repository/npm/`. */
export function registryEnd(url: string, host: UrlHost, name: string): number {
  for (const written of spellings(name)) {
    const found = url.indexOf(`/${written}/`, host.end);
    if (found >= 0) return found + 1;
  }
  const slash = url.indexOf('/', host.end);
  return slash < 0 ? url.length : slash + 1;
}

/** Some registries escape the slash behind the scope. */
function spellings(name: string): string[] {
  return name.startsWith('@') ? [name, name.replace('/', '%2f'), name.replace('/', '%2F')] : [name];
}
