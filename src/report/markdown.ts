import { neutralise } from '../text/neutralise.ts';

/**
 * Text from a repository or a data file as Markdown that shows it letter for letter: no link, image, HTML or code. What
 * could be markup becomes a character reference; a full stop, colon or hyphen only where it could make an address or
 * a list, so that the source stays readable.
 */
export function escapeMarkdown(text: string): string {
  return neutralise(text).replace(
    /[\\`*_{}[\]<>~&$@#|]|[.:](?=[\p{L}\p{N}/])|^[-+=(!]|(?<=^\d{1,9})[.)]|[-+](?!\w)/gu,
    character => `&#${character.charCodeAt(0)};`,
  );
}

/** Text as inline code: the fence is longer than any run of backticks in it. Without a text a fence would open code. */
export function inlineCode(text: string): string {
  const shown = neutralise(text).replace(/\s+/g, ' ') || ' ';
  const longest = Math.max(0, ...(shown.match(/`+/g) ?? []).map(run => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = longest > 0 ? ' ' : '';
  return `${fence}${pad}${shown}${pad}${fence}`;
}

/** A link to a page of the catalog; any address that is not https is shown as text. */
export function link(label: string, address: string): string {
  const target = address.replace(/[\s<>()[\]\\"'`]/g, encodeFully);
  return /^https:\/\//.test(address) ? `[${escapeMarkdown(label)}](${target})` : escapeMarkdown(label);
}

/** A link that runs one of our own commands. The arguments are data: nothing in them can end the link. */
export function commandLink(label: string, command: string, args: readonly unknown[]): string {
  return `[${escapeMarkdown(label)}](command:${command}?${encodeFully(JSON.stringify(args))})`;
}

/** Percent-encodes also what `encodeURIComponent` leaves: parentheses and quotes could end a link. */
function encodeFully(text: string): string {
  const wellFormed = text.replace(/\p{Cs}/gu, '\ufffd');
  return encodeURIComponent(wellFormed).replace(
    /[!'()*~]/g,
    character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
