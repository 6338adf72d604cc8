import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RulesetCache } from '../engine/ports.ts';
import { type CacheFolders, cacheFolder } from './cache-folder.ts';

/** The user's own folder for caches; `undefined` when the environment names none. */
export function createRulesetCache(variables: CacheFolders): RulesetCache | undefined {
  const folder = cacheFolder(variables, 'rulesets');
  if (folder === undefined) return undefined;
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
