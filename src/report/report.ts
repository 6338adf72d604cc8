import type { Finding, InventoryEntry, ScanStats } from '../model/finding.ts';
import type { Fix } from '../model/fix.ts';
import type { Problem } from '../model/problem.ts';
import type { Ruleset } from '../model/ruleset.ts';
import type { Source } from '../text/source.ts';
import type { Language } from './language.ts';
import type { MessageContext } from './message.ts';

/** All that a scan has to say, independent of how it is shown. */
export interface ScanReport extends MessageContext {
  readonly tool: Tool;
  readonly ruleset: Ruleset;
  /** Sorted by place, without suppressed ones. */
  readonly findings: readonly Finding[];
  /** Findings that a comment or an exception silences, sorted by place. */
  readonly suppressed: readonly Finding[];
  readonly problems: readonly Problem[];
  readonly stats: ScanStats;
  /** What a change brings, when only that is reported. */
  readonly change?: ChangeSummary;
  /** The day that expiry was measured on, `YYYY-MM-DD`. */
  readonly today: string;
  /** The text that a path's offsets are about; `undefined` when it cannot be had any more. */
  readonly source: (path: string) => Source | undefined;
  readonly fixesOf: (finding: Finding) => readonly FixOffer[];
}

/** All that an inventory has to say. */
export interface InventoryReport {
  readonly language: Language;
  readonly references: readonly InventoryEntry[];
  readonly problems: readonly Problem[];
  readonly source: (path: string) => Source | undefined;
}

/** What a change does besides adding the report's findings. */
export interface ChangeSummary {
  /** What it is compared with, as the user named it, and the commit's id. */
  readonly since: string;
  readonly base: string;
  /** Vendor ids, and the countries that they are run from, that were not there before. */
  readonly vendors: readonly string[];
  readonly jurisdictions: readonly string[];
  /** How many findings were there before and still are, and how many are gone. */
  readonly kept: number;
  readonly removed: number;
}

/** What made the report. */
interface Tool {
  readonly name: string;
  readonly version: string;
}

/** A fix as reports show it. */
export type FixOffer = Pick<Fix, 'grade' | 'edits' | 'onRequest'> & { readonly title: string };

/** What the reader's terminal or page is like. */
export interface Presentation {
  readonly color: boolean;
  /** Columns; `undefined` when the output is no terminal, and lines may have any length. */
  readonly width: number | undefined;
  /** What leads from the reader's folder to the scanned root: `''`, or `deploy/`, with a `/` at its end. */
  readonly pathPrefix: string;
}

/** Makes a whole report in pieces, with a line break at its end. */
export type ScanReporter = (report: ScanReport, presentation: Presentation) => Iterable<string>;
export type InventoryReporter = (report: InventoryReport, presentation: Presentation) => Iterable<string>;
