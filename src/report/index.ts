import type { ReportMerger } from './merge/merge-input.ts';
import type { InventoryReporter, ScanReporter } from './report.ts';

/** The reports that `scan --format` knows by name; each is loaded when it is asked for. */
export const SCAN_REPORTERS = {
  text: async () => (await import('./text/text.ts')).textReport,
  json: async () => (await import('./json/json.ts')).jsonReport,
  sarif: async () => (await import('./platforms/sarif.ts')).sarifReport,
  'github-code-scanning': async () =>
    (await import('./platforms/github-code-scanning.ts')).githubCodeScanningReport,
  markdown: async () => (await import('./platforms/pull-request.ts')).pullRequestReport,
  html: async () => (await import('./html/html.ts')).htmlReport,
  github: async () => (await import('./platforms/github.ts')).githubReport,
  'gitlab-code-quality': async () =>
    (await import('./platforms/gitlab-code-quality.ts')).gitlabCodeQualityReport,
  'gitlab-sast': async () => (await import('./platforms/gitlab-sast.ts')).gitlabSastReport,
  junit: async () => (await import('./platforms/junit.ts')).junitReport,
  csv: async () => (await import('./platforms/csv.ts')).csvReport,
  cyclonedx: async () => (await import('./platforms/cyclonedx.ts')).cyclonedxReport,
} satisfies Record<string, () => Promise<ScanReporter>>;

const FOR_PEOPLE: ReadonlySet<string> = new Set(['text', 'markdown', 'html']);

/** Whether people read the format: programs get English unless somebody asks for another language. */
export function isForPeople(format: string): boolean {
  return FOR_PEOPLE.has(format);
}

/** The formats of reports that `merge` joins. */
export const MERGERS = {
  json: async () => (await import('./merge/merge-json.ts')).mergeJsonReports,
  sarif: async () => (await import('./merge/merge-sarif.ts')).mergeSarifReports,
} satisfies Record<string, () => Promise<ReportMerger>>;

/** The reports that `inventory --format` knows by name. */
export const INVENTORY_REPORTERS = {
  text: async () => (await import('./text/inventory.ts')).inventoryTextReport,
  json: async () => (await import('./json/inventory.ts')).inventoryJsonReport,
} satisfies Record<string, () => Promise<InventoryReporter>>;
