import { bundledText } from '../../engine/index.ts';
import { bundledDocumentUri, vendorDocumentUri } from '../../protocol/virtual-documents.ts';
import { type DossierSources, vendorDossierText } from '../requests/dossiers.ts';

/** The text of a document that only the server knows: a vendor's facts, or a ruleset that comes with the product. */
export function virtualDocument(uri: string, sources: DossierSources): string | null {
  const [, kind, id = ''] = /^vendor-diligence:(vendors|rulesets)\/([a-z0-9-]+)\./.exec(uri) ?? [];
  if (kind === 'vendors' && uri === vendorDocumentUri(id)) return vendorDossierText(id, sources);
  const name = `vendor-diligence:${id}`;
  return kind === 'rulesets' && uri === bundledDocumentUri(name) ? (bundledText(name) ?? null) : null;
}
