import type { Notification, Run, ToolComponent } from 'sarif';
import type { Problem } from '../../model/problem.ts';
import { ConcernSchema } from '../../model/vocabulary.ts';
import { languageOf } from '../acts.ts';
import { mapLazily, serialise } from '../json/serialise.ts';
import type { Language } from '../language.ts';
import type { Presentation, ScanReport } from '../report.ts';
import { concernDefinition, concernWords } from '../words.ts';
import { locationOf } from './sarif-location.ts';
import { CONCERN_TAXONOMY, resultOf } from './sarif-result.ts';
import { rulesOf } from './sarif-rules.ts';
import { sarifText } from './sarif-text.ts';

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

/**
 * The report as SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html), within what GitHub
 * code scanning reads (https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning).
 */
export function sarifReport(report: ScanReport, presentation: Presentation): Iterable<string> {
  const findings = [...report.findings, ...report.suppressed];
  const rules = rulesOf(findings, report);
  const indexes = new Map(rules.map((rule, index) => [rule.id, index]));
  const run: Run = {
    tool: { driver: driverOf(report, rules) },
    columnKind: 'utf16CodeUnits',
    taxonomies: [concernTaxonomy(languageOf(report))],
    invocations: [
      {
        executionSuccessful: true,
        toolExecutionNotifications: report.problems.map(each => notificationOf(each, report, presentation)),
      },
    ],
    properties: { ruleset: report.ruleset.name, audience: [...report.ruleset.audience] },
  };
  const results = mapLazily(findings, finding => resultOf(finding, indexes, report, presentation));
  return sarifLog(serialise({ ...run, results }));
}

/** A log with one run, whose text comes in pieces. */
export function* sarifLog(run: Iterable<string>): Generator<string> {
  yield `{\n"$schema": ${JSON.stringify(SCHEMA)},\n"version": "2.1.0",\n"runs": [\n`;
  yield* run;
  yield ']\n}\n';
}

function driverOf({ tool }: ScanReport, rules: ToolComponent['rules'] = []): ToolComponent {
  return {
    name: 'Vendor Diligence',
    informationUri: 'https://github.com/vendor-diligence/vendor-diligence',
    version: tool.version,
    semanticVersion: tool.version,
    rules,
    supportedTaxonomies: [{ name: CONCERN_TAXONOMY, index: 0 }],
  };
}

function concernTaxonomy(language: Language): ToolComponent {
  return {
    name: CONCERN_TAXONOMY,
    shortDescription: { text: language.say('sarif.taxonomy') },
    taxa: ConcernSchema.options.map(id => ({
      id,
      name: concernWords(id, language),
      shortDescription: { text: concernDefinition(id, language) },
    })),
  };
}

function notificationOf(
  { code, path, span, message }: Problem,
  report: ScanReport,
  presentation: Presentation,
): Notification {
  return {
    level: 'warning',
    descriptor: { id: code },
    message: { text: sarifText(languageOf(report).phrase(message)) },
    ...(path === undefined ? {} : { locations: [locationOf({ path, span }, report, presentation)] }),
  };
}
