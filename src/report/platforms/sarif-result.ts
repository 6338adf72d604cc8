import type { Result, Fix as SarifFix, Location as SarifLocation, Suppression } from 'sarif';
import type { Finding } from '../../model/finding.ts';
import type { Severity } from '../../model/vocabulary.ts';
import { neutralise } from '../../text/neutralise.ts';
import { languageOf } from '../acts.ts';
import { findingMessage } from '../message.ts';
import { placeRange } from '../place.ts';
import type { FixOffer, Presentation, ScanReport } from '../report.ts';
import { kindWords } from '../words.ts';
import { platformUri } from './platform-path.ts';
import { locationOf } from './sarif-location.ts';
import { sarifLinkText, sarifText } from './sarif-text.ts';

export const CONCERN_TAXONOMY = 'Vendor Diligence concerns';

/** GitHub shows the first ones; the rest would only make the file larger. */
const RELATED_LOCATIONS = 100;

/** Of how many places a fix is written out. */
const FIX_PLACES = 100;

/** A message is a line. */
const NAMED_ORIGINS = 3;

const LEVELS = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
} as const satisfies Record<Severity, Result['level']>;

/** One finding as a SARIF result; `ruleIndexes` are those of the run's rules. */
export function resultOf(
  finding: Finding,
  ruleIndexes: ReadonlyMap<string, number>,
  report: ScanReport,
  presentation: Presentation,
): Result {
  const ruleIndex = ruleIndexes.get(finding.rule);
  const related = relatedLocations(finding, report, presentation);
  const fixes = report.fixesOf(finding).flatMap(fix => fixOf(fix, report, presentation));
  return {
    ruleId: finding.rule,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level: LEVELS[finding.severity],
    message: { text: messageOf(finding, report) },
    locations: [locationOf(finding, report, presentation)],
    partialFingerprints: { 'vendorDiligence/v1': finding.fingerprint },
    ...(related.length > 0 ? { relatedLocations: related } : {}),
    ...(finding.suppression ? { suppressions: [suppressionOf(finding.suppression)] } : {}),
    ...(fixes.length > 0 ? { fixes } : {}),
    taxa: finding.concerns.map(id => ({ id, toolComponent: { name: CONCERN_TAXONOMY } })),
    properties: {
      vendor: finding.vendor,
      kind: finding.kind,
      confidence: finding.confidence,
      severity: finding.severity,
      evidence: [...finding.evidence],
    },
  };
}

/** Readers link to a related location by its number, which is its place in `relatedLocations`. */
function messageOf(finding: Finding, report: ScanReport): string {
  const origins = finding.trail
    .slice(0, NAMED_ORIGINS)
    .map(({ name }, id) => `[${sarifLinkText(name)}](${id})`);
  const message = sarifText(findingMessage(finding, report));
  if (origins.length === 0) return message;
  const from = languageOf(report).say('message.value-from', { name: origins.join(', ') });
  return `${message} ${from}.`;
}

/** Where the value comes from, then the other places of the same cause. */
function relatedLocations(
  { trail, occurrences }: Finding,
  report: ScanReport,
  presentation: Presentation,
): SarifLocation[] {
  const language = languageOf(report);
  const places = [
    ...trail.map(step => ({ place: step, text: language.say('message.value-from', { name: step.name }) })),
    ...occurrences.map(each => ({ place: each, text: `${kindWords(each.kind, language)} ${each.value}` })),
  ];
  return places.slice(0, RELATED_LOCATIONS).map(({ place, text }, id) => ({
    id,
    ...locationOf(place, report, presentation),
    message: { text: sarifText(text) },
  }));
}

function suppressionOf({ by, reason }: NonNullable<Finding['suppression']>): Suppression {
  return {
    kind: by === 'comment' ? 'inSource' : 'external',
    status: 'accepted',
    ...(reason === undefined ? {} : { justification: neutralise(reason) }),
  };
}

/**
 * Only what changes text can be expressed. A fix of very many places is left to the command line and the editor: the same
 * one stands at each finding of a module, and a part of it would be none.
 */
function fixOf({ title, edits }: FixOffer, report: ScanReport, presentation: Presentation): SarifFix[] {
  const places = [...edits.values()].reduce((sum, { length }) => sum + length, 0);
  if (places === 0 || places > FIX_PLACES) return [];
  const artifactChanges = [...edits].map(([path, changes]) => ({
    artifactLocation: { uri: platformUri(path, presentation), uriBaseId: '%SRCROOT%' },
    replacements: changes.map(({ span, newText }) => {
      const { start, end } = placeRange(report.source(path), span);
      return {
        deletedRegion: {
          startLine: start.line,
          startColumn: start.column,
          endLine: end.line,
          endColumn: end.column,
        },
        insertedContent: { text: newText },
      };
    }),
  }));
  return [{ description: { text: neutralise(title) }, artifactChanges }];
}
