import { neutralise } from '../text/neutralise.ts';

/** Text from a repository or a data file as Markdown that shows it letter for letter: no link, image, HTML or code. */
export function escapeMarkdown(text: string): string {
  return neutralise(text).replace(
    /[\\`*_{}[\]()#+\-.!|<>~&$:@"']/g,
    character => `&#${character.charCodeAt(0)};`,
  );
}

/** Text as inline code: the fence is longer than any run of backticks in it. */
export function inlineCode(text: string): string {
  const shown = neutralise(text).replace(/\s+/g, ' ');
  const longest = Math.max(0, ...(shown.match(/`+/g) ?? []).map(run => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = longest > 0 ? ' ' : '';
  return `${fence}${pad}${shown}${pad}${fence}`;
}

/** A link to a page of the catalog; any address that is not https is shown as text. */
export function link(label: string, address: string): string {
  const target = address.replace(/[\s<>()[\]\\"'`]/g, character => encodeURIComponent(character));
  return /^https:\/\//.test(address) ? `[${escapeMarkdown(label)}](${target})` : escapeMarkdown(label);
}
