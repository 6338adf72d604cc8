import { FileSystemError, FileType, Uri, workspace } from 'vscode';
import type { BaseLanguageClient, CancellationToken } from 'vscode-languageclient';
import {
  ANSWER_LENGTH,
  type FileAnswer,
  type FileFailure,
  type FolderListing,
  LIST_FOLDERS,
  type ListFoldersParams,
  READ_FILES,
  type ReadFilesParams,
} from '../protocol/files.ts';
import { toBase64 } from '../text/base64.ts';

/** Reads folders and files for a server that cannot, with whatever file system the editor has for them. */
export function answerFileRequests(client: BaseLanguageClient): void {
  client.onRequest(LIST_FOLDERS, ({ folders }: ListFoldersParams) => Promise.all(folders.map(listFolder)));
  client.onRequest(READ_FILES, (params: ReadFilesParams, token: CancellationToken) =>
    readFiles(params, token),
  );
}

async function listFolder(uri: string): Promise<FolderListing> {
  try {
    const entries = await workspace.fs.readDirectory(Uri.parse(uri, true));
    return { ok: true, entries: entries.map(([name, type]) => ({ name, kind: kindOf(type) })) };
  } catch (error) {
    return { ok: false, failure: failureOf(error) };
  }
}

function kindOf(type: FileType): 'file' | 'folder' | 'link' {
  if (type & FileType.SymbolicLink) return 'link';
  return type & FileType.Directory ? 'folder' : 'file';
}

/** All at once, as a far file system likes it; what does not fit in the answer is asked for again. */
async function readFiles(
  { files, limit }: ReadFilesParams,
  token: CancellationToken,
): Promise<readonly FileAnswer[]> {
  const answers: FileAnswer[] = [];
  let length = 0;
  for (let start = 0; start < files.length; start += READS_AT_ONCE) {
    const read = await Promise.all(
      files.slice(start, start + READS_AT_ONCE).map(uri => readFile(uri, limit)),
    );
    for (const answer of read) {
      length += 'content' in answer ? answer.content.length : 0;
      if (answers.length > 0 && length > ANSWER_LENGTH) return answers;
      answers.push(answer);
    }
    if (token.isCancellationRequested) break;
  }
  return answers;
}

const READS_AT_ONCE = 16;

async function readFile(address: string, limit: number): Promise<FileAnswer> {
  try {
    const uri = Uri.parse(address, true);
    const { type, size } = await workspace.fs.stat(uri);
    if (type & FileType.SymbolicLink) return { failure: 'link' };
    if (!(type & FileType.File)) return { failure: 'not-a-file' };
    if (size > limit) return { failure: 'too-large' };
    const bytes = await workspace.fs.readFile(uri);
    // It may have grown, and some file systems do not know sizes.
    return bytes.length > limit ? { failure: 'too-large' } : { content: toBase64(bytes) };
  } catch (error) {
    return { failure: failureOf(error) };
  }
}

function failureOf(error: unknown): FileFailure {
  if (!(error instanceof FileSystemError)) return 'unreadable';
  if (error.code === 'FileNotFound' || error.code === 'FileNotADirectory') return 'missing';
  return error.code === 'FileIsADirectory' ? 'not-a-file' : 'unreadable';
}
