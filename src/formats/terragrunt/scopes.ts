import type { ModuleCall } from '../../model/extraction.ts';
import { basename, dirname } from '../../text/path.ts';

/** All Terragrunt files of a tree are read together: each can read any other. */
export const TERRAGRUNT_MODULE = 'terragrunt:';

/** Names in a Terragrunt file are its own. */
export function scopeOfFile(path: string): string {
  return `terragrunt:${path}`;
}

/** What `find_in_parent_folders` finds in a folder, or above it: names that begin with `FOUND`. */
function scopeOfFolder(folder: string): string {
  return `terragrunt-folder:${folder}`;
}

/** `found:region.hcl.locals` are the locals of the nearest `region.hcl` in the folders above. */
export const FOUND = 'found:';

/** Further up than any tree reaches. */
const MAX_LEVELS = 12;

/** The folders above `folder`, nearest first. */
export function foldersAbove(folder: string): string[] {
  const folders: string[] = [];
  for (let at = folder; at !== '' && folders.length < MAX_LEVELS; ) {
    at = dirname(at);
    folders.push(at);
  }
  return folders;
}

/** How the files in the folders above are found from a file, and how the file itself is found from below. */
export function searchCalls(path: string): ModuleCall[] {
  const folder = dirname(path);
  const above = foldersAbove(folder);
  const chain = [folder, ...above];
  return [
    ...above.slice(0, 1).map(outer => handDown(scopeOfFolder(outer), scopeOfFile(path), FOUND)),
    ...above.map((outer, index) => handDown(scopeOfFolder(outer), scopeOfFolder(chain[index] ?? ''), FOUND)),
    namedCall(scopeOfFolder(folder), path, FOUND + basename(path)),
    // `find_in_parent_folders("common/region.hcl")`
    ...above
      .slice(0, 1)
      .map(outer => namedCall(scopeOfFolder(outer), path, `${FOUND}${basename(folder)}/${basename(path)}`)),
  ];
}

/** An included file searches from where the file is that includes it. */
export function searchesFrom(path: string, included: string): ModuleCall[] {
  const [parent] = foldersAbove(dirname(path));
  return parent === undefined ? [] : [handDown(scopeOfFolder(parent), scopeOfFile(included), FOUND)];
}

/** In `scope`, `<name>.locals` and `<name>.inputs` are those of the file at `path`. */
export function namedCall(scope: string, path: string, name: string): ModuleCall {
  return { scope, target: scopeOfFile(path), name, span: NOWHERE, inputs: new Map() };
}

/** Names that begin with `prefix` mean in `target` what they mean in `scope`. */
export function handDown(scope: string, target: string, inheritedPrefix: string): ModuleCall {
  return { scope, target, name: '', span: NOWHERE, inputs: new Map(), inheritedPrefix };
}

const NOWHERE = { start: 0, end: 0 };
