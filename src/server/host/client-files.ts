import { CancellationTokenSource, type Connection } from 'vscode-languageserver';
import {
  type FileAnswer,
  FOLDERS_AT_ONCE,
  type FolderListing,
  LIST_FOLDERS,
  READ_FILES,
} from '../../protocol/files.ts';
import { ask } from '../connection/own-requests.ts';

/** Files that only the client can reach, by URI. Never rejects: a client that does not answer has none that can be read. */
export interface ClientFiles {
  /** What each folder holds. */
  list(folders: readonly string[], signal?: AbortSignal): Promise<readonly FolderListing[]>;
  /** What the first of the files hold, at least one; none larger than `limit` bytes. */
  read(files: readonly string[], limit: number): Promise<readonly FileAnswer[]>;
}

/** The files of the client at the other end of the connection. */
export function clientFiles(connection: Pick<Connection, 'sendRequest'>): ClientFiles {
  return {
    list: async (folders, signal) => {
      const listings: FolderListing[] = [];
      for (let start = 0; start < folders.length && !signal?.aborted; start += FOLDERS_AT_ONCE) {
        const batch = folders.slice(start, start + FOLDERS_AT_ONCE);
        const answers = await listBatch(connection, batch, signal);
        listings.push(...batch.map((_, index) => answers[index] ?? UNREADABLE_FOLDER));
      }
      return listings;
    },
    read: async (files, limit) => {
      try {
        const answers = await ask(connection, READ_FILES, { files, limit });
        return answers.length > 0 ? answers.slice(0, files.length) : [UNREADABLE_FILE];
      } catch {
        return files.map(() => UNREADABLE_FILE);
      }
    },
  };
}

const UNREADABLE_FOLDER: FolderListing = { ok: false, failure: 'unreadable' };
const UNREADABLE_FILE: FileAnswer = { failure: 'unreadable' };

async function listBatch(
  connection: Pick<Connection, 'sendRequest'>,
  folders: readonly string[],
  signal: AbortSignal | undefined,
): Promise<readonly FolderListing[]> {
  const source = new CancellationTokenSource();
  const cancel = () => source.cancel();
  signal?.addEventListener('abort', cancel);
  try {
    return await ask(connection, LIST_FOLDERS, { folders }, source.token);
  } catch {
    return [];
  } finally {
    signal?.removeEventListener('abort', cancel);
    source.dispose();
  }
}
