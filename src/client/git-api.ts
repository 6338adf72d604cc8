import { type Event, extensions, l10n, type Uri } from 'vscode';

/**
 * What we use of the API of VS Code's Git extension, version 1:
 * https://github.com/microsoft/vscode/blob/main/extensions/git/src/api/git.d.ts
 */
export interface GitApi {
  /** Until it is `initialized`, the repositories are being looked for. */
  readonly state: string;
  readonly onDidChangeState: Event<string>;
  getRepository(uri: Uri): GitRepository | null;
  /** Shows the repository of a folder in Source Control; null when there is none, or the user does not trust it. */
  openRepository(root: Uri): Promise<GitRepository | null>;
}

export interface GitRepository {
  readonly rootUri: Uri;
  readonly state: {
    readonly HEAD: { readonly name?: string; readonly commit?: string } | undefined;
    /** Files that differ between index and disk, and by default those that are not tracked. */
    readonly workingTreeChanges: readonly GitChange[];
    /** Files that are not tracked, when the user has them in a group of their own. */
    readonly untrackedChanges?: readonly GitChange[];
    readonly mergeChanges: readonly GitChange[];
    /** Paths relative to the repository. */
    readonly submodules: readonly { readonly path: string }[];
  };
  /** Reads the state anew. */
  status(): Promise<void>;
  getRefs(query: { readonly sort?: 'committerdate' }): Promise<readonly GitRef[]>;
  getMergeBase(ref1: string, ref2: string): Promise<string | undefined>;
  /** How the files on disk differ from a commit; without those that are not tracked. */
  diffWith(ref: string): Promise<readonly GitChange[]>;
  /** How the index differs from the current commit. */
  diffIndexWithHEAD(): Promise<readonly GitChange[]>;
  /** The same for one file (an absolute path), as text; empty when it does not differ. */
  diffIndexWithHEAD(path: string): Promise<string>;
  /** What a commit has at an absolute path; rejects when it has nothing there. */
  getObjectDetails(commit: string, path: string): Promise<{ readonly mode: string; readonly object: string }>;
  /** The bytes of a file (an absolute path) in a commit, or in the index when `ref` is empty. */
  buffer(ref: string, path: string): Promise<Uint8Array>;
}

export interface GitChange {
  readonly uri: Uri;
  readonly originalUri: Uri;
  readonly renameUri: Uri | undefined;
  readonly status: number;
}

export interface GitRef {
  /** 0 a branch, 1 one of a remote, 2 a tag. */
  readonly type: number;
  readonly name?: string;
  readonly commit?: string;
}

/**
 * The API of the Git extension.
 * @throws Error with a sentence for the user when the extension is absent or switched off.
 */
export async function gitApi(): Promise<GitApi> {
  const extension = extensions.getExtension<{ enabled: boolean; getAPI(version: 1): GitApi }>('vscode.git');
  if (!extension) {
    throw new Error(l10n.t('The built-in Git extension is not available; enable it to scan changes.'));
  }
  const exported = await extension.activate();
  if (!exported.enabled) {
    throw new Error(l10n.t('Git is switched off here (setting git.enabled); switch it on to scan changes.'));
  }
  const api = exported.getAPI(1);
  if (api.state !== 'initialized') await once(api.onDidChangeState);
  return api;
}

function once(event: Event<unknown>): Promise<void> {
  return new Promise(resolve => {
    const listener = event(() => {
      listener.dispose();
      resolve();
    });
  });
}
