import { URI } from 'vscode-uri';
import type { RulesetPorts } from '../../engine/index.ts';
import { FOLDERS_AT_ONCE } from '../../protocol/files.ts';
import { fromBase64 } from '../../text/base64.ts';
import { dirname } from '../../text/path.ts';
import { phrase } from '../../words/phrase.ts';
import { folderRoot } from '../folders/folder-root.ts';
import type { ClientFiles } from './client-files.ts';
import type { RulesetFile } from './host.ts';
import { locationUri, uriIn } from './uri-in.ts';

type RulesetFiles = NonNullable<RulesetPorts['files']>;
type Content = RulesetFile['content'];

/** The file of an npm package that is its ruleset. */
const PACKAGE_RULESET = 'vendor-diligence.jsonc';

const SIZE_LIMIT = 1024 * 1024;

/** The text of a ruleset file that only the client can reach; `uri` must be one of its files. */
export async function readClientRuleset(files: ClientFiles, uri: string): Promise<Content> {
  const [answer] = await files.read([uri], SIZE_LIMIT);
  if (!answer || !('content' in answer))
    return { ok: false, reason: REASONS[answer?.failure ?? 'unreadable'] };
  const bytes = answer.content === '' ? new Uint8Array() : fromBase64(answer.content);
  return bytes
    ? { ok: true, text: new TextDecoder().decode(bytes) }
    : { ok: false, reason: REASONS.unreadable };
}

/**
 * Ruleset files that other rulesets name, by the URI of the ruleset that names them: there is no folder to start from
 * without one. `folders` are those of the workspace, which confined rulesets stay in.
 */
export function clientRulesetFiles(files: ClientFiles, folders: ReadonlySet<string>): RulesetFiles {
  const read = async (uri: string, confinedTo: string | undefined) => {
    if (confinedTo !== undefined && !(await isWithin(files, confinedTo, uri)))
      return { ok: false, reason: OUTSIDE } as const;
    const content = await readClientRuleset(files, uri);
    return content.ok ? { ...content, location: uri } : content;
  };
  return {
    readFile: async (path, { location, confined }) => {
      if (location === undefined) return { ok: false, reason: OUTSIDE };
      const base = locationUri(location);
      const uri = uriIn(dirname(base), path);
      const own = confined ? folderOf(base, folders) : undefined;
      return confined && own === undefined ? { ok: false, reason: OUTSIDE } : read(uri, own);
    },
    readPackage: async (name, { location }) => {
      const base = location === undefined ? undefined : locationUri(location);
      const own = base === undefined ? undefined : folderOf(base, folders);
      if (base === undefined || own === undefined) return { ok: false, reason: OUTSIDE };
      const [, packageName = '', path = PACKAGE_RULESET] = PACKAGE_NAME.exec(name) ?? [];
      if (packageName === '') return { ok: false, reason: phrase('file.no-package-name') };
      for (let folder = dirname(base); folder.startsWith(own); folder = dirname(folder)) {
        const answer = await read(uriIn(folder, `node_modules/${packageName}/${path}`), own);
        if (answer.ok || answer.reason !== REASONS.missing) return answer;
      }
      return {
        ok: false,
        reason: phrase('file.not-installed', { path: `node_modules/${packageName}/${path}` }),
      };
    },
  };
}

/** `name`, `@scope/name`, and a path in it (https://docs.npmjs.com/cli/configuring-npm/package-json#name). */
const PACKAGE_NAME = /^((?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*)(?:\/(?!.*\.\.)(.+))?$/;

const OUTSIDE = phrase('file.outside');

/** Why there is no file to read. */
export const MISSING = phrase('file.missing');

const REASONS = {
  missing: MISSING,
  link: phrase('file.link'),
  'not-a-file': phrase('file.no-file'),
  'too-large': phrase('file.large'),
  unreadable: phrase('file.denied'),
} as const;

function folderOf(uri: string, folders: ReadonlySet<string>): string | undefined {
  return [...folders].find(folder => folderRoot(folder).toPath(uri) !== undefined);
}

/** Whether the file is in the folder, and no folder on the way to it is a link that leads elsewhere. */
async function isWithin(files: ClientFiles, folder: string, uri: string): Promise<boolean> {
  const segments = folderRoot(folder).toPath(URI.parse(uri).toString())?.split('/').slice(0, -1);
  if (!segments || segments.length >= FOLDERS_AT_ONCE) return false;
  const parents = segments.map((_, index) => uriIn(folder, segments.slice(0, index).join('/')));
  const listings = await files.list(parents);
  return listings.every((listing, index) => {
    const entry = listing.ok ? listing.entries.find(({ name }) => name === segments[index]) : undefined;
    return entry === undefined || entry.kind === 'folder';
  });
}
