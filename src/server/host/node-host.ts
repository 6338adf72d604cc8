import { URI } from 'vscode-uri';
import { WORKSPACE_RULESET } from '../../engine/index.ts';
import type { CacheFolders } from '../../node/cache-folder.ts';
import { systemClock } from '../../node/clock.ts';
import { createFetchRuleset } from '../../node/fetch-ruleset.ts';
import { createFileTree } from '../../node/file-tree.ts';
import { createRulesetCache } from '../../node/ruleset-cache.ts';
import { createRulesetFiles } from '../../node/ruleset-files.ts';
import { readTextFile } from '../../node/text-file.ts';
import type { HomeFolders } from '../../node/user-excludes.ts';
import { findWorkspaceRuleset, repositoryPrefix } from '../../node/workspace-ruleset.ts';
import { phrase } from '../../words/phrase.ts';
import type { ServerHost } from './host.ts';
import { rememberingFetch } from './remembering-fetch.ts';
import { isUri, uriIn } from './uri-in.ts';

/**
 * The host on Node.
 * @param variables the environment, which tells where the user's git configuration lies
 * @param virtual knows the folders that are not on this machine
 */
export function nodeHost(variables: HomeFolders & CacheFolders, virtual: ServerHost): ServerHost {
  const files = createRulesetFiles(variables.HOME ?? variables.USERPROFILE ?? '/');
  const { files: virtualFiles = files } = virtual.rulesetPorts;
  const filesOf = ({ location }: { readonly location: string | undefined }) =>
    location !== undefined && isUri(location) ? virtualFiles : files;
  return {
    start: options => virtual.start?.(options),
    openFolder: folder => {
      const root = filePath(folder);
      return root === undefined
        ? virtual.openFolder(folder)
        : createFileTree({ root, folders: [''], variables });
    },
    findWorkspaceRuleset: async folder => {
      const root = filePath(folder);
      if (root === undefined) return virtual.findWorkspaceRuleset(folder);
      const found = findWorkspaceRuleset(root, WORKSPACE_RULESET);
      if (!found) return undefined;
      const { path, text, location, pathPrefix } = found;
      return {
        name: path,
        uri: uriIn(folder, path),
        location,
        pathPrefix,
        content: text === undefined ? { ok: false, reason: phrase('file.no-file') } : { ok: true, text },
      };
    },
    repositoryPrefix: folder => {
      const root = filePath(folder);
      return root === undefined ? virtual.repositoryPrefix(folder) : repositoryPrefix(root);
    },
    readRuleset: async (path, folder) => {
      const root = filePath(folder);
      if (root === undefined && !isAbsolute(path)) return virtual.readRuleset(path, folder);
      const content = readTextFile(root ?? '', path);
      return {
        name: path,
        uri: root === undefined ? URI.file(path).toString() : uriIn(folder, path),
        content,
        ...(content.ok ? { location: content.location } : {}),
      };
    },
    rulesetPorts: {
      files: {
        readFile: (path, base) => filesOf(base).readFile(path, base),
        readPackage: (name, base) => filesOf(base).readPackage(name, base),
      },
      // Somebody waits for the first findings.
      fetch: rememberingFetch(createFetchRuleset({ limits: { time: 3000 } })),
      cache: createRulesetCache(variables),
      clock: systemClock,
    },
    clock: systemClock,
  };
}

function isAbsolute(path: string): boolean {
  return /^([A-Za-z]:)?[\\/]/.test(path);
}

function filePath(uri: string): string | undefined {
  const parsed = URI.parse(uri);
  return parsed.scheme === 'file' ? parsed.fsPath : undefined;
}
