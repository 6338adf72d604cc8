import { requestName } from './request-name.ts';

/** The scheme of documents that only the server knows: `vendor-diligence:vendors/<id>.md`. */
export const VIRTUAL_SCHEME = 'vendor-diligence';

/** Request to the server: the text of such a document. Answers `string`, or null when there is none. */
export const VIRTUAL_DOCUMENT = requestName<VirtualDocumentParams, string | null>(
  'vendorDiligence/virtualDocument',
);

export interface VirtualDocumentParams {
  readonly uri: string;
}

/** The facts of the catalog about a vendor, as Markdown. */
export function vendorDocumentUri(vendor: string): string {
  return `${VIRTUAL_SCHEME}:vendors/${vendor}.md`;
}

/** A ruleset that comes with the product: `vendor-diligence:strict`. */
export function bundledDocumentUri(name: string): string {
  return `${VIRTUAL_SCHEME}:rulesets/${name.replace('vendor-diligence:', '')}.vendor-diligence.jsonc`;
}
