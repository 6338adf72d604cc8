import type { Problem } from '../model/problem.ts';

/** What the engine needs of the world. Implemented on Node in `node/`, and by each face for its own host. */
export interface FileTree {
  /**
   * All files below the root that the project consists of: what version control tracks or would track.
   * Posix paths relative to the root, sorted by code unit. Never rejects.
   */
  list(): Promise<FileList>;
  /**
   * The content of one file. May answer at once: waiting for each of 100,000 files costs more than reading them.
   * `bytes` may be a buffer that the next `read` reuses.
   */
  read(path: string): MaybePromise<FileContent>;
}

export interface FileList {
  readonly files: readonly string[];
  readonly problems: readonly Problem[];
}

export type FileContent =
  | { readonly ok: true; readonly bytes: Uint8Array }
  /** An editor's unsaved text. */
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problem: Problem };

type MaybePromise<Value> = Value | Promise<Value>;

/** Tells the day, for expiry dates. A port so that the same input gives the same output in tests. */
export interface Clock {
  /** `YYYY-MM-DD` in UTC. */
  today(): string;
}

/** Told now and then how far a scan is; `total` is known once files are listed. */
export type Progress = (done: number, total: number) => void;
