import type { Severity } from '../model/vocabulary.ts';
import { requestName } from './request-name.ts';

/** What the client says when it starts the server, as `initializationOptions`. */
export interface InitializationOptions {
  /** Whether the workspace is trusted; the ruleset files of one that is not are left alone. */
  readonly trusted?: boolean;
  /** Whether links in hovers can run the extension's commands. */
  readonly commandLinks?: boolean;
  /** Whether it can show documents that only the server knows (`virtual-documents.ts`). */
  readonly virtualDocuments?: boolean;
  /** Globs of files and folders that the user, not the workspace, never wants to see in folders of virtual file systems. */
  readonly excludedFiles?: readonly string[];
  /**
   * The client ends a server that takes too long with a file (`READING`): these are the files of the servers before this
   * one, as those named them, and are not read again. Absent when the client does no such thing.
   */
  readonly stoppedFiles?: readonly string[];
}

/** Notification to the client: the server begins to work on a file, or has ended to. It hears nothing meanwhile. */
export const READING = 'vendorDiligence/reading';

export interface Reading {
  /** Relative to its workspace folder; absent when nothing is being worked on. */
  readonly path?: string;
  /** How long it may take. */
  readonly milliseconds?: number;
}

/** Notification to the server: the workspace is trusted from now on. No parameters. */
export const TRUST_GRANTED = 'vendorDiligence/trustGranted';

/**
 * Request to the server: scan all workspace folders and publish what they hold, for files that are not open too.
 * Progress goes to `workDoneToken`; a cancelled request publishes nothing..
 */
export const SCAN_WORKSPACE = requestName<ScanParams, ScanSummary>('vendorDiligence/scanWorkspace');

export interface ScanParams {
  /** A token for `$/progress` of the `WorkDoneProgress` kinds. */
  readonly workDoneToken?: string | number;
}

export interface ScanSummary {
  /** Files that belong to the workspace, and those among them that are of a known format. */
  readonly files: { readonly discovered: number; readonly classified: number };
  readonly findings: SeverityCounts;
  /** Findings that a comment or an exception silences. */
  readonly suppressed: number;
  /** What could not be read or understood. */
  readonly problems: number;
}

/** Notification to the client, whenever something of it changed. */
export const STATUS = 'vendorDiligence/status';

export interface Status {
  /** Findings that are shown now, over all folders. */
  readonly findings: SeverityCounts;
  /** What is wrong with rulesets; while there is something, the last good ones are in force. */
  readonly rulesetProblems: readonly string[];
  /** Whether all files of the workspace were read by a scan. */
  readonly isScanned: boolean;
  /** The change whose findings the list has alone, in a sentence; absent when it has all. */
  readonly change?: string;
  /** Grows whenever something that is shown changes. */
  readonly revision: number;
}

export type SeverityCounts = Readonly<Record<Severity, number>>;

/** Command of the server: tells what is left to be done when a fix was applied. One argument, the sentence. */
export const SHOW_NEXT_STEP = 'vendorDiligence.showNextStep';

/**
 * Command of the server: puts the cursor where a fix left something to be written. Two arguments, the document's URI and
 * the position.
 */
export const SHOW_PLACE = 'vendorDiligence.showPlace';
/** Request to the server: the vendors that have a dossier, those that the workspace uses first.. */
export const VENDORS = requestName<object, readonly VendorChoice[]>('vendorDiligence/vendors');

export interface VendorChoice {
  readonly id: string;
  readonly name: string;
  /** The country that it is run from, in the reader's language. */
  readonly country: string;
  /** Findings that are shown now. */
  readonly findings: number;
}

/** Request to the server: the page about one vendor. Answers `Dossier`, or null when there is no such vendor. */
export const DOSSIER = requestName<DossierParams, Dossier | null>('vendorDiligence/dossier');

export interface DossierParams {
  readonly vendor: string;
  /** 16 to 128 letters and digits: the page's own style and script carry it, and nothing else runs. */
  readonly nonce: string;
}

export interface Dossier {
  readonly title: string;
  /** A whole page; it posts `{ place }` (an index of `places`) or `{ command: 'scanWorkspace' }`. */
  readonly html: string;
  readonly places: readonly DossierPlace[];
}

export interface DossierPlace {
  readonly uri: string;
  /** Counted from 0, in UTF-16 code units. */
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/**
 * Request to the server: the ruleset file of a document's folder with one more exception. Answers `ExceptionEdit`, or null
 * when the document belongs to no folder or the file cannot be read. Nothing is written.
 */
export const EXCEPTION = requestName<ExceptionParams, ExceptionEdit | null>('vendorDiligence/exception');

export interface ExceptionParams {
  /** A document of the folder. */
  readonly uri: string;
  /** A rule or a vendor. */
  readonly match: string;
  /** The file that the exception is for, relative to the folder. */
  readonly path: string;
  readonly reason: string;
  readonly approvedBy: string;
}

export interface ExceptionEdit {
  readonly uri: string;
  /** The whole new text. */
  readonly text: string;
  readonly isNew: boolean;
}
