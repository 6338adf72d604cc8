import { neutralise } from '../../text/neutralise.ts';

/**
 * Text from a repository as a message: readers take `[text](target)` in it for a link, so where there could be one its
 * brackets are escaped (SARIF 2.1.0, section 3.11.6).
 */
export function sarifText(text: string): string {
  return text.includes('](') ? sarifLinkText(text) : neutralise(text);
}

/** The text of an embedded link. */
export function sarifLinkText(text: string): string {
  return neutralise(text).replace(/[[\]\\]/g, character => `\\${character}`);
}
