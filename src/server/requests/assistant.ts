import { SEVERITIES } from '../../model/vocabulary.ts';
import type { AssistantExplainParams, AssistantScanParams } from '../../protocol/assistant.ts';
import type { Document } from '../../report/documents/document.ts';
import { documentMarkdown } from '../../report/documents/document-markdown.ts';
import { type VendorUse, vendorDossier } from '../../report/documents/dossier.ts';
import { explainLine, findSubject, parseLine } from '../../report/documents/explain-subject.ts';
import { ruleExplanation } from '../../report/documents/rule-explanation.ts';
import { safeText } from '../../report/json/serialise.ts';
import type { PlacedFinding } from '../documents/publisher.ts';
import type { Folders, Place } from '../folders/folders.ts';
import { type DossierSources, NOTHING_APPROVED, useOf } from './dossiers.ts';

/** Findings that an assistant is told: more would fill what it can read. */
const MOST_FINDINGS = 100;

/** What is shown now of a file or folder, as compact JSON. The caller has scanned. */
export function assistantFindings(
  { path }: Pick<AssistantScanParams, 'path'>,
  findings: readonly PlacedFinding[],
  folders: Pick<Folders, 'nameOf' | 'placeIn'>,
): string {
  const wanted = path.replace(/^(\.\/)+|(?<!\/)\/+$/g, '');
  const isWanted = (name: string) =>
    wanted === '' || wanted === '.' || name === wanted || name.startsWith(`${wanted}/`);
  const all = findings
    .map(({ uri, finding }) => ({ uri, file: folders.nameOf(uri), finding }))
    // People leave out the name of a folder where only one has such a path.
    .filter(({ uri, file }) => isWanted(file) || isWanted(folders.placeIn(uri)?.path ?? file));
  const told = SEVERITIES.flatMap(severity => all.filter(({ finding }) => finding.severity === severity));
  return safeText({
    total: all.length,
    listed: Math.min(told.length, MOST_FINDINGS),
    findings: told.slice(0, MOST_FINDINGS).map(({ file, finding }) => ({
      severity: finding.severity,
      vendor: finding.vendor,
      rule: finding.rule,
      kind: finding.kind,
      value: finding.value,
      at: `${file}:${finding.range.start.line + 1}`,
      message: finding.message,
    })),
  });
}

/** The explanation of a vendor, a rule or a line, as Markdown. */
export async function assistantExplanation(
  { subject }: AssistantExplainParams,
  sources: DossierSources & { readonly folders: Pick<Folders, 'all' | 'placesNamed'> },
): Promise<string> {
  const { catalog, folders, services } = sources;
  const [folder] = folders.all;
  const ruleset = folder?.ruleset;
  const line = parseLine(subject);
  const context = {
    facts: catalog,
    ruleset: ruleset ?? NOTHING_APPROVED,
    language: services.language,
    today: services.host.clock.today(),
  };
  if (line && folder) {
    const path = line.folder === '.' ? line.file : `${line.folder}/${line.file}`;
    return markdown(await lineDocument(folders.placesNamed(path), line.line, context));
  }
  const found = findSubject(subject, catalog.vendors, ruleset?.rules ?? []);
  if (!found) return services.language.say('explain.nothing', { subject });
  const uses = (isWanted: (each: PlacedFinding) => boolean): VendorUse[] =>
    services.publisher
      .findings()
      .filter(isWanted)
      .map((each, index) => useOf(each, index, folders));
  return markdown(
    found.subject === 'vendor'
      ? vendorDossier(found.vendor, {
          ...context,
          uses: uses(({ finding }) => finding.vendor === found.vendor.id),
          allRead: folders.isScanned,
        })
      : ruleExplanation(found.rule, {
          ...context,
          uses: uses(({ finding }) => finding.rule === found.rule.id),
        }),
  );
}

/** Of the first place that there is something to say about, under its folder's policy. */
async function lineDocument(
  places: readonly Place[],
  line: number,
  context: Parameters<typeof explainLine>[2],
): Promise<Document> {
  for (const { folder, path } of places) {
    const checked = await folder.checkFile(path);
    if (!checked?.catalog || checked.findings.length === 0) continue;
    const findings = checked.findings.filter(finding => !finding.suppression);
    const { ruleset = context.ruleset } = folder;
    const wording = { ...context, ruleset, facts: checked.catalog };
    return explainLine({ path, line }, { ...checked, findings }, wording);
  }
  return explainLine({ path: '', line }, { findings: [], sources: new Map() }, context);
}

function markdown(document: Document): string {
  return documentMarkdown(document, { commands: false });
}
