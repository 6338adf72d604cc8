import type { Reference } from '../../../model/extraction.ts';
import { type PlacedText, slicePlaced } from '../../../parsers/placed-text.ts';
import type { Where } from '../strings.ts';
import { addressHosts, registrySetting } from './registry-setting.ts';

/** The parts of a value that blanks or line breaks divide. */
export function wordsOf(value: PlacedText): PlacedText[] {
  return [...value.text.matchAll(/\S+/g)].map(match =>
    slicePlaced(value, match.index, match.index + match[0].length),
  );
}

/**
 * What a setting of pip, or of a tool that has the same ones, refers to: indexes and lists of links are mirrors, a
 * proxy and hosts that are trusted without a certificate are hosts.
 * @param name in any spelling: `index-url`, `extra_index_url`, `default-index`.
 * @returns nothing for settings that hold no address.
 */
export function pipSettingReferences(name: string, values: readonly PlacedText[], where: Where): Reference[] {
  const key = name.toLowerCase().replaceAll('_', '-');
  if (INDEX_SETTINGS.has(key)) {
    const addresses = values.filter(value => value.text.includes('://') || value.text.includes('$'));
    return addresses.flatMap(value => registrySetting(value, 'pypi', where));
  }
  return HOST_SETTINGS.has(key) ? values.flatMap(value => addressHosts(value, where)) : [];
}

const INDEX_SETTINGS = new Set([
  ...['index-url', 'extra-index-url', 'find-links', 'index', 'pypi-url', 'default-index', 'dependency-links'],
]);
const HOST_SETTINGS = new Set(['trusted-host', 'proxy', 'allow-insecure-host']);
