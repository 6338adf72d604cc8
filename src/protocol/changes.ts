import { requestName } from './request-name.ts';

/**
 * Request to the server: scan the folders that a change concerns, before and after it, and show only what it adds.
 * Progress and cancellation are those of `SCAN_WORKSPACE`. Answers `ChangeScanSummary`.
 */
export const SCAN_CHANGE = requestName<ChangeScanParams, ChangeScanSummary>('vendorDiligence/scanChange');

export interface ChangeScanParams {
  /** A token for `$/progress` of the `WorkDoneProgress` kinds; it names the scan as well. */
  readonly workDoneToken: string;
  /** What the state before is called: a branch, for example. */
  readonly since: string;
  /** The commit's id. */
  readonly base: string;
  /** How the state before differs from the files on disk. */
  readonly before: readonly StateFile[];
  /** How the state after does; absent when that is the working tree itself, with what is not saved. */
  readonly after?: readonly StateFile[];
  /** The workspace folders that lie in the repository. */
  readonly folders: readonly string[];
}

/** A file that a state has with another content than the disk; or a file, or a folder with all in it, that it does not have. */
export interface StateFile {
  readonly uri: string;
  readonly exists: boolean;
}

/** What the view says of the change is in the status. */
export interface ChangeScanSummary {
  readonly added: number;
  readonly problems: number;
}

/** Request to the client, while it waits for the scan: the content of a file of a state. Answers `StateContent`. */
export const READ_STATE = requestName<ReadStateParams, StateContent>('vendorDiligence/readState');

export interface ReadStateParams {
  /** The scan's `workDoneToken`. */
  readonly scan: string;
  readonly state: 'before' | 'after';
  readonly uri: string;
}

/** The bytes in base64, or why there are none as a sentence. */
export type StateContent = { readonly base64: string } | { readonly reason: string };

/** Notification to the server: show all findings again. No parameters. */
export const SHOW_ALL = 'vendorDiligence/showAll';
