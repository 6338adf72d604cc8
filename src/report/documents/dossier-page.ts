import type { VendorFacts } from '../../model/facts.ts';
import { languageOf } from '../acts.ts';
import { documentPage } from './document-page.ts';
import { type DossierContext, vendorDossier } from './dossier.ts';

/** The dossier as a page for a web view; see `documentPage`. */
export function dossierPage(vendor: VendorFacts, context: DossierContext, nonce: string): string {
  const language = languageOf(context);
  const title = language.say('dossier.title', { vendor: vendor.name });
  return documentPage(vendorDossier(vendor, context), title, language, nonce);
}
