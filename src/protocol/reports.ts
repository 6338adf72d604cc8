import type { FindingPlace } from './findings.ts';
import { requestName } from './request-name.ts';

/** The reports that can be exported: what people call them, and the ending of a file that has one. */
export const REPORT_FORMATS = {
  html: { title: 'HTML', extension: 'html' },
  markdown: { title: 'Markdown', extension: 'md' },
  text: { title: 'Text', extension: 'txt' },
  csv: { title: 'CSV', extension: 'csv' },
  json: { title: 'JSON', extension: 'json' },
  sarif: { title: 'SARIF', extension: 'sarif' },
  junit: { title: 'JUnit', extension: 'xml' },
  cyclonedx: { title: 'CycloneDX', extension: 'json' },
  'gitlab-code-quality': { title: 'GitLab Code Quality', extension: 'json' },
  'gitlab-sast': { title: 'GitLab SAST', extension: 'json' },
  'github-code-scanning': { title: 'GitHub Code Scanning (SARIF)', extension: 'sarif' },
  github: { title: 'GitHub Annotations', extension: 'txt' },
} as const;

export type ReportFormat = keyof typeof REPORT_FORMATS;

/**
 * Request to the server: scan a workspace folder and report what the view of findings has of it. Progress and
 * cancellation are those of `SCAN_WORKSPACE`. Answers the report's text, or null when there is no such folder or it is
 * switched off.
 */
export const REPORT = requestName<ReportParams, string | null>('vendorDiligence/report');

export interface ReportParams {
  /** A token for `$/progress` of the `WorkDoneProgress` kinds. */
  readonly workDoneToken: string;
  /** The workspace folder's URI. */
  readonly folder: string;
  readonly format: ReportFormat;
}

/** Request to the server: the same as a page for a web view. Answers `ReportView`, or null. */
export const REPORT_VIEW = requestName<ReportViewParams, ReportView | null>('vendorDiligence/reportView');

export interface ReportViewParams extends Omit<ReportParams, 'format'> {
  readonly title: string;
  /** 16 to 128 letters and digits: the page's own style and script carry it, and nothing else runs. */
  readonly nonce: string;
}

export interface ReportView {
  /** A whole page; it posts `{ place }`, an index of `places`. */
  readonly html: string;
  readonly places: readonly FindingPlace[];
}
