import type { CatalogIndex } from '../../engine/index.ts';
import type { Ruleset } from '../../model/ruleset.ts';
import type { Dossier, DossierParams, DossierPlace, VendorChoice } from '../../protocol/requests.ts';
import { documentMarkdown } from '../../report/documents/document-markdown.ts';
import { type DossierContext, type VendorUse, vendorDossier } from '../../report/documents/dossier.ts';
import { dossierPage } from '../../report/documents/dossier-page.ts';
import type { PlacedFinding } from '../documents/publisher.ts';
import type { Folders } from '../folders/folders.ts';
import type { Services } from '../services.ts';

/** What a dossier is made from here. */
export interface DossierSources {
  readonly catalog: CatalogIndex;
  readonly folders: Pick<Folders, 'all' | 'isScanned' | 'nameOf'>;
  readonly services: Pick<Services, 'publisher' | 'language' | 'host'>;
}

/** The vendors to choose from: those that the workspace uses first, then by name. */
export function vendorChoices({ catalog, services }: DossierSources): VendorChoice[] {
  const counts = new Map<string, number>();
  for (const { finding } of services.publisher.findings()) {
    counts.set(finding.vendor, (counts.get(finding.vendor) ?? 0) + 1);
  }
  return catalog.vendors
    .map(({ id, name, jurisdiction }) => ({
      id,
      name,
      country: services.language.country(jurisdiction.country),
      findings: counts.get(id) ?? 0,
    }))
    .sort((a, b) => b.findings - a.findings || a.name.localeCompare(b.name, services.language.tag));
}

/** The page about a vendor; `null` when the catalog has none of that id. */
export function vendorDossierPage(params: DossierParams, sources: DossierSources): Dossier | null {
  const vendor = sources.catalog.vendor(params.vendor);
  if (!vendor) return null;
  const { context, shown } = dossierContext(vendor.id, sources);
  const { language } = sources.services;
  const scan = { command: language.say('dossier.scan'), name: 'scanWorkspace', args: [] };
  const html = dossierPage(vendor, { ...context, scan }, params.nonce);
  return { title: vendor.name, html, places: shown.map(placeOf) };
}

/** The same as a text; nothing in it can be pressed. */
export function vendorDossierText(id: string, sources: DossierSources): string | null {
  const vendor = sources.catalog.vendor(id);
  if (!vendor) return null;
  const { context } = dossierContext(id, sources);
  return `${documentMarkdown(vendorDossier(vendor, context), { commands: false })}\n`;
}

/** What is known about a vendor here, and the findings that are shown. */
function dossierContext(
  vendor: string,
  { catalog, folders, services }: DossierSources,
): { readonly context: DossierContext; readonly shown: readonly PlacedFinding[] } {
  const shown = services.publisher.findings().filter(({ finding }) => finding.vendor === vendor);
  const context = {
    facts: catalog,
    ruleset: folders.all[0]?.ruleset ?? NOTHING_APPROVED,
    uses: shown.map((each, index) => useOf(each, index, folders)),
    allRead: folders.isScanned,
    language: services.language,
    today: services.host.clock.today(),
  };
  return { context, shown };
}

/** For a window without a folder. */
export const NOTHING_APPROVED: Pick<Ruleset, 'approved'> = {
  approved: { vendors: [], regions: {}, registries: {}, sources: [], prefer: [] },
};

/** A finding as pages about vendors and rules list it. */
export function useOf(
  { uri, finding }: PlacedFinding,
  index: number,
  folders: Pick<Folders, 'nameOf'>,
): VendorUse {
  const { range, severity, kind, value } = finding;
  const place = {
    path: folders.nameOf(uri),
    line: range.start.line + 1,
    column: range.start.character + 1,
    index,
  };
  return { place, severity, kind, value };
}

function placeOf({ uri, finding }: PlacedFinding): DossierPlace {
  return { uri, ...finding.range };
}
