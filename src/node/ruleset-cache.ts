import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RulesetCache } from '../engine/ports.ts';

/** What of the process environment says where caches lie. */
export interface CacheFolders {
  readonly HOME?: string | undefined;
  readonly LOCALAPPDATA?: string | undefined;
  readonly XDG_CACHE_HOME?: string | undefined;
}

/** The user's own folder for caches; `undefined` when the environment names none. */
export function createRulesetCache({
  HOME,
  LOCALAPPDATA,
  XDG_CACHE_HOME,
}: CacheFolders): RulesetCache | undefined {
  const base = XDG_CACHE_HOME || LOCALAPPDATA || (HOME ? join(HOME, '.cache') : undefined);
  if (base === undefined) return undefined;
  const folder = join(base, 'vendor-diligence', 'rulesets');
  return {
    read: async key => {
      try {
        return await readFile(join(folder, `${key}.json`), 'utf8');
      } catch {
        return undefined;
      }
    },
    write: async (key, text) => {
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        // Others may read at the same time: they see the old copy or the new one, never a half.
        const unfinished = join(folder, `${key}.${process.pid}.tmp`);
        await writeFile(unfinished, text, { mode: 0o600 });
        await rename(unfinished, join(folder, `${key}.json`));
      } catch {
        // Without a copy the next failure falls back on what is bundled, which says so.
      }
    },
  };
}
