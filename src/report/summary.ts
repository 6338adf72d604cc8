import type { Finding } from '../model/finding.ts';
import { SEVERITIES, type Severity } from '../model/vocabulary.ts';
import { languageOf } from './acts.ts';
import type { Language } from './language.ts';
import type { ScanReport } from './report.ts';
import { type Count, tally } from './tally.ts';
import { concernWords, kindWords } from './words.ts';

/** The vendor's name as people know it; nothing for a finding about a suppression. */
export function vendorNameOf({ vendor }: Finding, { facts }: Pick<ScanReport, 'facts'>): string[] {
  return vendor === '' ? [] : [facts.vendor(vendor)?.name ?? vendor];
}

/** The country that the vendor is run from, as ISO 3166-1 code. */
export function jurisdictionOf(
  { vendor }: Finding,
  { facts }: Pick<ScanReport, 'facts'>,
): string | undefined {
  return facts.vendor(vendor)?.jurisdiction.country;
}

/** The name of the country that the vendor is run from. */
function jurisdictionNameOf(finding: Finding, report: ScanReport): string[] {
  const country = jurisdictionOf(finding, report);
  return country === undefined ? [] : [languageOf(report).country(country)];
}

/** What a report's findings amount to, for people: each list with the most frequent first. */
export interface Summary {
  readonly total: number;
  readonly severities: readonly (readonly [Severity, number])[];
  readonly vendors: readonly Count[];
  readonly jurisdictions: readonly Count[];
  readonly locations: readonly Count[];
  /** Through what vendors come in: provider, package, image, … */
  readonly kinds: readonly Count[];
  readonly concerns: readonly Count[];
}

/** Counts findings by severity, vendor, jurisdiction, location, kind of reference and concern. */
export function summarise(report: ScanReport): Summary {
  const { findings } = report;
  const language = languageOf(report);
  return {
    total: findings.length,
    severities: SEVERITIES.flatMap(severity => {
      const count = findings.filter(finding => finding.severity === severity).length;
      return count === 0 ? [] : [[severity, count] as const];
    }),
    vendors: tally(findings.flatMap(finding => vendorNameOf(finding, report))),
    jurisdictions: tally(findings.flatMap(finding => jurisdictionNameOf(finding, report))),
    locations: tally(findings.flatMap(({ location }) => (location ? [language.country(location)] : []))),
    kinds: tally(findings.map(({ kind }) => kindWords(kind, language))),
    concerns: tally(
      findings.flatMap(({ concerns }) => concerns.map(concern => concernWords(concern, language))),
    ),
  };
}

/** `3 warnings`, `1 error`: a severity and how many. */
export function severityCount(severity: Severity, count: number, language: Language): string {
  return language.count(`report.${severity}`, count);
}
