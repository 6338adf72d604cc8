import type { FindingPlace } from './findings.ts';
import { requestName } from './request-name.ts';

/**
 * Request to the server: what an open ruleset's text would change in the workspace, compared with what is saved. Progress
 * and cancellation are those of `SCAN_WORKSPACE`. Answers `RulesetPreview`, or null when the document is no ruleset.
 */
export const PREVIEW_RULESET = requestName<PreviewRulesetParams, RulesetPreview | null>(
  'vendorDiligence/previewRuleset',
);

export interface PreviewRulesetParams {
  /** A token for `$/progress` of the `WorkDoneProgress` kinds. */
  readonly workDoneToken?: string | number;
  readonly uri: string;
  /** 16 to 128 letters and digits: the page's own style and script carry it, and nothing else runs. */
  readonly nonce: string;
}

export interface RulesetPreview {
  readonly title: string;
  /** A whole page; it posts `{ place }`, an index of `places`. */
  readonly html: string;
  readonly places: readonly FindingPlace[];
}

/** Request to the server: what somebody who writes a first ruleset chooses from. Answers `RulesetQuestions`. */
export const RULESET_QUESTIONS = requestName<object, RulesetQuestions>('vendorDiligence/rulesetQuestions');

export interface RulesetQuestions {
  readonly bases: readonly RulesetChoice[];
  readonly vendors: readonly RulesetChoice[];
  readonly suppressions: readonly RulesetChoice[];
}

export interface RulesetChoice {
  readonly id: string;
  /** What it is, in the reader's language. */
  readonly title: string;
  /** It is chosen unless somebody chooses otherwise. */
  readonly isUsual: boolean;
}

/** Request to the server: the text of a first ruleset. Answers `NewRuleset`, or null when there is no such folder. */
export const NEW_RULESET = requestName<NewRulesetParams, NewRuleset | null>('vendorDiligence/newRuleset');

export interface NewRulesetParams {
  /** The workspace folder's URI. */
  readonly folder: string;
  /** Ids of the choices. */
  readonly base: string;
  readonly vendors: readonly string[];
  readonly suppressions: string;
}

export interface NewRuleset {
  readonly uri: string;
  /** Absent when the folder has a ruleset already, which stays as it is. */
  readonly text?: string;
}
