import {
  DOWNLOAD_FOLDERS,
  type FileList,
  type IgnoreRules,
  ignoreRules,
  isIgnored,
  matchesGlob,
  VERSION_CONTROL_FOLDERS,
} from '../../engine/index.ts';
import type { Problem } from '../../model/problem.ts';
import { FILES_AT_ONCE, type FolderListing } from '../../protocol/files.ts';
import { fromBase64 } from '../../text/base64.ts';
import { comparePaths } from '../../text/path.ts';
import { phrase } from '../../words/phrase.ts';
import type { ClientFiles } from './client-files.ts';

/** What is walked, and what of it the user never wants to see. */
export interface ClientWalk {
  readonly files: ClientFiles;
  /** The URI of a path; the root is `''`. */
  readonly toUri: (path: string) => string;
  /** Globs of files and folders. */
  readonly excluded: readonly string[];
  readonly limits?: { readonly files: number; readonly depth: number };
}

/**
 * Lists a folder of a virtual file system: all that no `.gitignore` excludes. There is no git index to ask, so a file that
 * is both ignored and tracked is left out. Links are listed but not entered. Sorted by code unit.
 */
export async function walkClient(walk: ClientWalk, signal?: AbortSignal): Promise<FileList> {
  const { limits = LIMITS } = walk;
  const found: string[] = [];
  const problems: Problem[] = [];
  let level: Folder[] = [{ path: '', base: '', rules: undefined }];
  for (let depth = 0; level.length > 0 && !signal?.aborted; depth++) {
    if (depth > limits.depth) {
      problems.push(...level.map(({ path }) => tooDeep(path, limits.depth)));
      break;
    }
    const listings = await walk.files.list(
      level.map(({ path }) => walk.toUri(path)),
      signal,
    );
    const entered = await enterAll(walk, level, listings);
    level = [];
    for (const [index, listing] of listings.entries()) {
      const folder = entered[index];
      if (!folder) continue;
      if (!listing.ok) {
        if (listing.failure !== 'missing') problems.push(notListed(folder.path));
        continue;
      }
      const own = contentOf(walk, folder, listing);
      for (const path of own.files) found.push(path);
      for (const inner of own.folders) level.push(inner);
    }
    if (found.length > limits.files) {
      problems.push(tooMany(limits.files));
      break;
    }
  }
  return { files: found.sort(comparePaths).slice(0, limits.files), problems };
}

/** Far fewer than on a disk: every folder is a question to the client. */
const LIMITS = { files: 200_000, depth: 100 };

interface Folder {
  /** Relative to the root; the root is `''`. */
  readonly path: string;
  /** Relative to the top of its repository; ends with `/` unless empty. */
  readonly base: string;
  readonly rules: IgnoreRules | undefined;
}

/** The folders as their content sees them: with their own `.gitignore`, or as the top of a repository of their own. */
async function enterAll(
  { files, toUri }: ClientWalk,
  folders: readonly Folder[],
  listings: readonly FolderListing[],
): Promise<Folder[]> {
  const names = listings.map(listing => new Set(listing.ok ? listing.entries.map(({ name }) => name) : []));
  const withRules = folders.filter((_, index) => names[index]?.has('.gitignore'));
  const texts = await readTexts(
    files,
    withRules.map(({ path }) => toUri(join(path, '.gitignore'))),
  );
  return folders.map((folder, index) => {
    const top: Folder = names[index]?.has('.git') ? { ...folder, base: '', rules: undefined } : folder;
    const position = withRules.indexOf(folder);
    if (position < 0) return top;
    return { ...top, rules: ignoreRules(top.base, top.rules, () => texts[position]) };
  });
}

const IGNORE_FILE_LIMIT = 1024 * 1024;

async function readTexts(files: ClientFiles, uris: readonly string[]): Promise<string[]> {
  const texts: string[] = [];
  while (texts.length < uris.length) {
    const batch = uris.slice(texts.length, texts.length + FILES_AT_ONCE);
    for (const answer of await files.read(batch, IGNORE_FILE_LIMIT)) {
      const bytes = 'content' in answer ? fromBase64(answer.content) : undefined;
      texts.push(bytes ? new TextDecoder().decode(bytes) : '');
    }
  }
  return texts;
}

function contentOf(
  { excluded }: ClientWalk,
  { path, base, rules }: Folder,
  { entries }: Extract<FolderListing, { ok: true }>,
): { files: string[]; folders: Folder[] } {
  const files: string[] = [];
  const folders: Folder[] = [];
  const isExcluded = (child: string) => excluded.some(glob => matchesGlob(glob, child));
  for (const { name, kind } of entries) {
    const child = join(path, name);
    if (isExcluded(child)) continue;
    if (kind === 'folder') {
      const isOwn = !VERSION_CONTROL_FOLDERS.has(name) && !DOWNLOAD_FOLDERS.has(name);
      if (isOwn && !isIgnored(rules, `${base}${name}/`))
        folders.push({ path: child, base: `${base}${name}/`, rules });
    } else if (name !== '.git' && !isIgnored(rules, base + name)) {
      files.push(child);
    }
  }
  return { files, folders };
}

function join(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

function notListed(path: string): Problem {
  return { code: 'unreadable', path, message: phrase('problem.folder-unlisted-here') };
}

function tooDeep(path: string, depth: number): Problem {
  const message = phrase('problem.folders-deep', { depth });
  return { code: 'discovery-limit', path, message };
}

function tooMany(files: number): Problem {
  const message = phrase('problem.files-many-here', { files });
  return { code: 'discovery-limit', message };
}
