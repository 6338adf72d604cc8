import { URI } from 'vscode-uri';
import { type FileTree, WORKSPACE_RULESET } from '../engine/index.ts';
import { systemClock } from '../node/clock.ts';
import { createFetchRuleset } from '../node/fetch-ruleset.ts';
import { createFileTree } from '../node/file-tree.ts';
import { type CacheFolders, createRulesetCache } from '../node/ruleset-cache.ts';
import { createRulesetFiles } from '../node/ruleset-files.ts';
import { readTextFile } from '../node/text-file.ts';
import type { HomeFolders } from '../node/user-excludes.ts';
import { findWorkspaceRuleset } from '../node/workspace-ruleset.ts';
import type { ServerHost } from './host.ts';
import { rememberingFetch } from './remembering-fetch.ts';

/** The host on Node. `variables`: the environment, which tells where the user's git configuration lies. */
export function nodeHost(variables: HomeFolders & CacheFolders): ServerHost {
  return {
    openFolder: folder => {
      const root = filePath(folder);
      return root === undefined ? NO_FILES : createFileTree({ root, folders: [''], variables });
    },
    findWorkspaceRuleset: folder => {
      const root = filePath(folder);
      const found = root === undefined ? undefined : findWorkspaceRuleset(root, WORKSPACE_RULESET);
      if (root === undefined || !found) return undefined;
      const { path, text, location } = found;
      return {
        name: path,
        uri: uriIn(folder, path),
        location,
        content: text === undefined ? { ok: false, reason: 'it must be a file' } : { ok: true, text },
      };
    },
    readRuleset: (path, folder) => {
      const content = readTextFile(filePath(folder) ?? '', path);
      return {
        name: path,
        uri: uriIn(folder, path),
        content,
        ...(content.ok ? { location: content.location } : {}),
      };
    },
    rulesetPorts: {
      files: createRulesetFiles(variables.HOME ?? variables.USERPROFILE ?? '/'),
      // Somebody waits for the first findings.
      fetch: rememberingFetch(createFetchRuleset({ limits: { time: 3000 } })),
      cache: createRulesetCache(variables),
      clock: systemClock,
    },
    clock: systemClock,
  };
}

/** Folders of virtual file systems are not on this machine. */
const NO_FILES: FileTree = {
  list: async () => ({ files: [], problems: [] }),
  read: path => ({
    ok: false,
    problem: { code: 'unreadable', path, message: 'The file is not on this machine; it was not read.' },
  }),
};

function filePath(uri: string): string | undefined {
  const parsed = URI.parse(uri);
  return parsed.scheme === 'file' ? parsed.fsPath : undefined;
}

/** The URI of a path, absolute or relative to a folder, with the separators of either system. */
function uriIn(folder: string, path: string): string {
  const slashed = path.replaceAll('\\', '/');
  if (/^(\/|[A-Za-z]:\/)/.test(slashed)) return URI.file(slashed).toString();
  const base = URI.parse(folder);
  const segments = base.path.split('/').filter(Boolean);
  for (const segment of slashed.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '.' && segment !== '') segments.push(segment);
  }
  return base.with({ path: `/${segments.join('/')}` }).toString();
}
