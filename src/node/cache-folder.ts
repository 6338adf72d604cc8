import { join } from 'node:path';

/** What of the process environment says where caches lie. */
export interface CacheFolders {
  readonly HOME?: string | undefined;
  readonly LOCALAPPDATA?: string | undefined;
  readonly XDG_CACHE_HOME?: string | undefined;
}

/** A folder of the user's own for what can be made again; `undefined` when the environment names none. */
export function cacheFolder(
  { HOME, LOCALAPPDATA, XDG_CACHE_HOME }: CacheFolders,
  name: string,
): string | undefined {
  const base = XDG_CACHE_HOME || LOCALAPPDATA || (HOME ? join(HOME, '.cache') : undefined);
  return base === undefined ? undefined : join(base, 'vendor-diligence', name);
}
