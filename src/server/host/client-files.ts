import { CancellationTokenSource, type Connection } from 'vscode-languageserver';
import {
  type FileAnswer,
  FOLDERS_AT_ONCE,
  type FolderListing,
  LIST_FOLDERS,
  type ListFoldersParams,
  READ_FILES,
  type ReadFilesParams,
} from '../../protocol/files.ts';

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
      const params: ReadFilesParams = { files, limit };
      try {
        const answers = await connection.sendRequest<readonly FileAnswer[]>(READ_FILES, params);
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
  const params: ListFoldersParams = { folders };
  const source = new CancellationTokenSource();
  const cancel = () => source.cancel();
  signal?.addEventListener('abort', cancel);
  try {
    return await connection.sendRequest<readonly FolderListing[]>(LIST_FOLDERS, params, source.token);
  } catch {
    return [];
  } finally {
    signal?.removeEventListener('abort', cancel);
    source.dispose();
  }
}
