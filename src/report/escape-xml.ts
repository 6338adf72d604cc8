import { neutralise } from '../text/neutralise.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text of a repository or of the catalog for an element or a quoted attribute of XML or HTML. */
export function escapeXml(text: string): string {
  return neutralise(text).replace(/[&<>"']/g, character => ENTITIES[character] ?? character);
}
