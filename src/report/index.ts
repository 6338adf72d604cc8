import type { ReportMerger } from './merge-input.ts';
import type { InventoryReporter, ScanReporter } from './report.ts';

/** The reports that `scan --format` knows by name; each is loaded when it is asked for. */
export const SCAN_REPORTERS = {
  text: async () => (await import('./text.ts')).textReport,
  json: async () => (await import('./json.ts')).jsonReport,
  sarif: async () => (await import('./sarif.ts')).sarifReport,
  markdown: async () => (await import('./pull-request.ts')).pullRequestReport,
  html: async () => (await import('./html.ts')).htmlReport,
  github: async () => (await import('./github.ts')).githubReport,
  'gitlab-code-quality': async () => (await import('./gitlab-code-quality.ts')).gitlabCodeQualityReport,
  'gitlab-sast': async () => (await import('./gitlab-sast.ts')).gitlabSastReport,
  junit: async () => (await import('./junit.ts')).junitReport,
  csv: async () => (await import('./csv.ts')).csvReport,
  cyclonedx: async () => (await import('./cyclonedx.ts')).cyclonedxReport,
} satisfies Record<string, () => Promise<ScanReporter>>;

/** The formats of reports that `merge` joins. */
export const MERGERS = {
  json: async () => (await import('./merge-json.ts')).mergeJsonReports,
  sarif: async () => (await import('./merge-sarif.ts')).mergeSarifReports,
} satisfies Record<string, () => Promise<ReportMerger>>;

/** The reports that `inventory --format` knows by name. */
export const INVENTORY_REPORTERS = {
  text: async () => (await import('./inventory-text.ts')).inventoryTextReport,
  json: async () => (await import('./inventory-json.ts')).inventoryJsonReport,
} satisfies Record<string, () => Promise<InventoryReporter>>;
