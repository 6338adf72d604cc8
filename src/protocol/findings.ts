import type { Severity } from '../model/vocabulary.ts';
import { requestName } from './request-name.ts';

/** What findings can be grouped by. */
export const GROUPINGS = ['vendor', 'file', 'concern', 'severity'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** Which of the findings that are shown now are asked for, and in which order. */
export interface FindingQuery {
  readonly by: Grouping;
  /** Words that must all occur in what a finding says, in any case; empty for all findings. */
  readonly filter: string;
  /** The most entries that are wanted. */
  readonly limit: number;
}

/** Request to the server with a `FindingQuery`: the groups. Answers `FindingGroups`. */
export const FINDING_GROUPS = requestName<FindingQuery, FindingGroups>('vendorDiligence/findingGroups');

export interface FindingGroups {
  /** Findings that pass the filter, each once though it can be in several groups. */
  readonly matching: number;
  readonly groups: readonly FindingGroup[];
  /** Groups beyond the limit. */
  readonly more: number;
}

export interface FindingGroup {
  readonly id: string;
  readonly label: string;
  /** What stands quietly beside the label. */
  readonly detail: string;
  readonly count: number;
  /** The most severe among its findings. */
  readonly severity: Severity;
  /** The file, when the group is one. */
  readonly uri?: string;
}

/** Request to the server: the findings of one group, in the order of their places. Answers `FindingPage`. */
export const FINDING_PAGE = requestName<FindingPageParams, FindingPage>('vendorDiligence/findingPage');

export interface FindingPageParams extends FindingQuery {
  readonly group: string;
}

export interface FindingPage {
  readonly findings: readonly ListedFinding[];
  /** Findings beyond the limit. */
  readonly more: number;
}

export interface ListedFinding extends FindingPlace {
  /** The same as long as the finding is the same. */
  readonly id: string;
  /** What the reference says. */
  readonly label: string;
  /** Where it is and what, the more useful words first: a side bar cuts them off. */
  readonly detail: string;
  readonly severity: Severity;
  /** The severity in the reader's language. */
  readonly severityWords: string;
  readonly message: string;
  /** A vendor that has a dossier. */
  readonly vendor?: string;
  /** What an exception for it names: a vendor or a rule. */
  readonly match: string;
  /** Its file, relative to the workspace folder. */
  readonly path: string;
}

/** A place in a document; counted from 0, in UTF-16 code units. */
export interface FindingPlace {
  readonly uri: string;
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}
