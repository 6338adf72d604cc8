import { requestName } from './request-name.ts';

/**
 * Requests to the client about files that the server cannot reach itself: those of virtual file systems, and all of them
 * for a server in a browser. Everything is asked for in batches; a cancelled request ends early.
 */

/** What folders hold. Answers a `FolderListing` for each, in the same order. */
export const LIST_FOLDERS = requestName<ListFoldersParams, readonly FolderListing[]>(
  'vendorDiligence/listFolders',
);

export interface ListFoldersParams {
  /** URIs, at most `FOLDERS_AT_ONCE`. */
  readonly folders: readonly string[];
}

export const FOLDERS_AT_ONCE = 64;

export type FolderListing =
  | { readonly ok: true; readonly entries: readonly FolderEntry[] }
  | { readonly ok: false; readonly failure: FileFailure };

interface FolderEntry {
  readonly name: string;
  /** A link is one, wherever it leads: nobody can tell whether that is inside the workspace. */
  readonly kind: 'file' | 'folder' | 'link';
}

/**
 * What files hold. Answers a `FileAnswer` for the first of them, in the same order: as many as fit in `ANSWER_LENGTH`,
 * at least one.
 */
export const READ_FILES = requestName<ReadFilesParams, readonly FileAnswer[]>('vendorDiligence/readFiles');

export interface ReadFilesParams {
  /** URIs, at most `FILES_AT_ONCE`. */
  readonly files: readonly string[];
  /** Bytes: a file that is larger is not read. */
  readonly limit: number;
}

export const FILES_AT_ONCE = 64;

/** 8 MB: in base64 characters, so that neither side has much in memory at once. */
export const ANSWER_LENGTH = 8 * 1024 * 1024;

export type FileAnswer =
  /** In base64. */
  { readonly content: string } | { readonly failure: FileFailure };

export type FileFailure = 'missing' | 'link' | 'not-a-file' | 'too-large' | 'unreadable';
