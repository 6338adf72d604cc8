import type { IndicatorGroup } from '../../model/catalog.ts';
import type { ReferenceKind } from '../../model/vocabulary.ts';
import { hostOf } from '../names/address.ts';
import { DOCKER_HUB } from '../names/image-name.ts';
import { isHostKind } from '../names/indicator-value.ts';
import { type Delimiters, longest, longestRun, spellOut } from './anchor-spelling.ts';

/**
 * Literals of which at least one is in a file, in whatever case, whenever a reference of the file can match
 * the indicator. `value` is normalised. Lower case ASCII; empty or shorter than the prefilter can find when
 * the value does not give more.
 */
export function anchorTexts(kind: ReferenceKind, match: IndicatorGroup['match'], value: string): string[] {
  const text = value.toLowerCase();
  if (isHostKind(kind) || (kind === 'chart' && hostOf(text).includes('.'))) return [hostAnchor(text)];
  if (match === 'glob') return [longestRun(text)];
  if (kind === 'provider') return providerAnchors(text);
  if (kind === 'backend') return backendAnchors(text);
  if (kind === 'tool-provider') return spellOut(text.slice(text.indexOf(':') + 1), VALUES, match);
  // A file of variables can begin with one, so nothing need stand before it.
  if (kind === 'environment-variable') return [text];
  return spellOut(text, NAMES, match);
}

/** What stands around names in configuration files. */
const NAMES: Delimiters = {
  before: [' ', '"', "'", '\n', '\t', ':', '=', ',', '(', '[', '{', '/', '$', '.'],
  after: ['"', "'", ' ', '\n', '\r', '_', '-', '.', '/', ':', '=', ',', ']', ')', '}', '@'],
};

/** What stands around a value: an option's, a variable's, a setting's. The tool is named elsewhere. */
const VALUES: Delimiters = {
  before: [' ', '"', "'", '='],
  after: ['"', "'", ' ', '\n', '\r', ',', ':', '}'],
};

/** What stands around a provider's name: a label, the last part of an address, a value. */
const PROVIDERS: Delimiters = {
  before: ['"', "'", '/', ' ', '\t', ':'],
  after: ['"', "'", ' ', '\n', '\r', '@', '{', ','],
};

/**
 * The host alone: a chart's values or a template can hold host and path apart. A repository on Docker Hub
 * is named without host, its longest segment stands for it.
 */
function hostAnchor(value: string): string {
  const host = hostOf(value);
  const run = longestRun(host);
  if (host !== DOCKER_HUB && run !== '') return run;
  const path = value.slice(host.length + 1);
  return longest(path.split(/[*/]/));
}

/**
 * The address as it is written. Only `hashicorp/<name>` need not be: a `provider "alicloud"` block without a
 * source address means `hashicorp/alicloud`.
 */
function providerAnchors(address: string): string[] {
  const implied = address.startsWith('hashicorp/') ? address.slice('hashicorp/'.length) : address;
  return spellOut(implied, PROVIDERS);
}

/** `backend "oss"` in all the ways of HCL and JSON: the name alone would be in every third file. */
function backendAnchors(name: string): string[] {
  const before = [' ', '\t', '\n', ':', '=', ',', '(', '[', '{'];
  return [...before.map(start => `${start}"${name}"`), `backend ${name}`];
}
