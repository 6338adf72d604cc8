import { WORKSPACE_RULESET } from '../../engine/index.ts';
import { systemClock } from '../../node/clock.ts';
import { fetchRuleset } from './browser-fetch.ts';
import type { ClientFiles } from './client-files.ts';
import { clientRulesetFiles, MISSING, readClientRuleset } from './client-rulesets.ts';
import { clientTree } from './client-tree.ts';
import type { ServerHost } from './host.ts';
import { rememberingFetch } from './remembering-fetch.ts';
import { uriIn } from './uri-in.ts';

/** A host that has no files of its own: the client reads them, whatever file system they are in. */
export function clientHost(files: ClientFiles): ServerHost {
  const folders = new Set<string>();
  let excluded: readonly string[] = [];
  return {
    start: options => {
      excluded = options.excludedFiles ?? [];
    },
    openFolder: folder => {
      folders.add(folder);
      return clientTree({ files, excluded, toUri: path => uriIn(folder, path) });
    },
    findWorkspaceRuleset: async folder => {
      const uri = uriIn(folder, WORKSPACE_RULESET);
      const content = await readClientRuleset(files, uri);
      if (!content.ok && content.reason === MISSING) return undefined;
      return { name: WORKSPACE_RULESET, uri, location: uri, content, pathPrefix: '' };
    },
    // An editor shows no `.git` of a folder above the one that is open.
    repositoryPrefix: () => '',
    readRuleset: async (path, folder) => {
      const uri = uriIn(folder, path);
      return { name: path, uri, location: uri, content: await readClientRuleset(files, uri) };
    },
    rulesetPorts: {
      files: clientRulesetFiles(files, folders),
      fetch: rememberingFetch(fetchRuleset(fetch)),
      clock: systemClock,
    },
    clock: systemClock,
  };
}
