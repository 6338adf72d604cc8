import type { Problem } from '../model/problem.ts';
import type { Phrase } from '../words/phrase.ts';

/** What the engine needs of the world. Implemented on Node in `node/`, and by each face for its own host. */
export interface FileTree {
  /**
   * All files below the root that the project consists of: what version control tracks or would track.
   * Posix paths relative to the root, sorted by code unit. Never rejects; ends early when `signal` is aborted.
   */
  list(signal?: AbortSignal): Promise<FileList>;
  /**
   * Lists, and meanwhile looks on another thread through the files that are wanted, where that pays.
   * @param lists words to look for, ASCII letters in both cases; 30 lists at most
   * @param wanted asked once about each path, in the order of the list: the lists to look for in it, a bit each from the
   *   lowest on; 0 for a file that is not looked through
   */
  listAndSearch?(
    lists: readonly (readonly string[])[],
    wanted: (path: string) => number,
  ): Promise<SearchedFileList>;
  /** Told what will be read next, in this order: a tree that is far away gets several files at once. */
  expect?(paths: readonly string[]): void;
  /**
   * The content of one file. May answer at once: waiting for each of 100,000 files costs more than reading them.
   * The `bytes` of an answer at once may be a buffer that the next `read` reuses; those of a promise are the caller's.
   */
  read(path: string): MaybePromise<FileContent>;
}

export interface FileList {
  readonly files: readonly string[];
  /** More files, sorted likewise, that may give values to those; what stands in them is not reported. */
  readonly context?: readonly string[];
  readonly problems: readonly Problem[];
}

/** A list whose files were told one by one. */
export interface SearchedFileList {
  /** How many files there are. */
  readonly count: number;
  readonly problems: readonly Problem[];
  /** What a wanted file holds, where that is certain. To be asked about each of them, in their order. */
  found(path: string): FoundWords | undefined;
  /** Ends the search. */
  close(): void;
}

/** Lists of words, a bit each. */
export interface FoundWords {
  readonly asked: number;
  /** Those of which the file holds a word. */
  readonly held: number;
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

/** Reads the ruleset files that settings, the command line and other rulesets name. Never rejects. */
export interface RulesetFiles {
  /** The file at `path`, which starts from the folder of the ruleset at `base` when it is relative. */
  readFile(path: string, base: RulesetBase): Promise<RulesetFileContent>;
  /** The ruleset that an installed npm package holds: `name` or `name/path`. Nothing is ever installed. */
  readPackage(name: string, base: RulesetBase): Promise<RulesetFileContent>;
}

/** The ruleset that names another one. */
export interface RulesetBase {
  /** The absolute path of its file. */
  readonly location: string | undefined;
  /** A repository's ruleset reaches only files of the repository. */
  readonly confined: boolean;
}

export type RulesetFileContent =
  | { readonly ok: true; readonly location: string; readonly text: string }
  /** `reason`: the end of a sentence. */
  | { readonly ok: false; readonly reason: string | Phrase };

/**
 * Gets what an `https:` address holds, bounded in size and time, following redirects to `https:` only. Never rejects.
 * Faces pass none where nothing may be fetched.
 */
export type FetchRuleset = (request: FetchRequest) => Promise<FetchAnswer>;

export interface FetchRequest {
  readonly url: string;
  /** The tag of the copy that is known: the answer may then be that it has not changed. */
  readonly etag?: string;
}

export type FetchAnswer =
  | { readonly type: 'content'; readonly bytes: Uint8Array; readonly etag?: string }
  | { readonly type: 'unchanged' }
  /** `reason`: the end of a sentence. */
  | { readonly type: 'failed'; readonly reason: Phrase };

/** Keeps the last good copies of rulesets from the network, by key. Never rejects. */
export interface RulesetCache {
  read(key: string): Promise<string | undefined>;
  write(key: string, text: string): Promise<void>;
}
