import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FileContent, FileTree } from '../../src/engine/index.ts';
import { phrase } from '../../src/words/phrase.ts';

/** All files below `root`, but for the names in `without`; no git, no ignore rules. */
export function diskTree(root: string, without: readonly string[] = []): FileTree {
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && !without.includes(entry.name))
    .map(entry =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
  return {
    list: async () => ({ files, problems: [] }),
    read: path =>
      existsSync(join(root, path)) ? { ok: true, bytes: readFileSync(join(root, path)) } : missing(path),
  };
}

/** A tree of texts in memory. */
export function memoryTree(texts: Readonly<Record<string, string>>): FileTree {
  return {
    list: async () => ({ files: Object.keys(texts).sort(), problems: [] }),
    read: path => {
      const text = texts[path];
      return text === undefined ? missing(path) : { ok: true, bytes: new TextEncoder().encode(text) };
    },
  };
}

function missing(path: string): FileContent {
  return { ok: false, problem: { code: 'unreadable', path, message: phrase('problem.gone') } };
}

/** The day on which all tests take place. */
export const testClock = { today: () => '2026-11-23' };
