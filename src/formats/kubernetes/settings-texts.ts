import { parseDotenv } from '../../parsers/dotenv.ts';
import { relocated } from '../../parsers/embedded-tree.ts';
import { NPM_INI, parseIni } from '../../parsers/ini.ts';
import { withoutVariables } from '../../parsers/interpolation.ts';
import { slicePlaced } from '../../parsers/placed-text.ts';
import { parseProperties } from '../../parsers/properties.ts';
import type { TreeNode, TreeScalar } from '../../parsers/tree.ts';
import { interpolate } from '../../parsers/variable.ts';
import { makeSource } from '../../text/source.ts';
import { outsideComments } from '../shared/comments/text-comments.ts';
import { environmentReferences } from '../shared/settings/environment.ts';
import { isRegionName, snakeCase } from '../shared/settings/setting-names.ts';
import { readSettingsTree } from '../shared/settings/settings-file.ts';
import {
  PROSE_SETTINGS,
  type SettingsReading,
  settingReferences,
  settingsReferences,
} from '../shared/settings/settings-tree.ts';
import { stringReferences } from '../shared/strings.ts';
import { inside, type TreePath } from '../shared/tree-path.ts';
import type { Collector } from './collector.ts';
import { isDottedRegion } from './keys.ts';
import { MANIFEST_WORDING } from './wording.ts';

/**
 * Settings of an application that a ConfigMap or Secret holds as text: one of them by its name, or a file of them.
 * @returns whether the text was read.
 */
export function readSettings(collector: Collector, name: string, text: TreeScalar, path: TreePath): boolean {
  if (isDottedRegion(name)) readSetting(collector, name, text, path);
  else if (name.endsWith('.properties')) readProperties(collector, text, path);
  else if (name.endsWith('.env')) readVariables(collector, text, path);
  else if (TREE.test(name)) return readTree(collector, name, text, path);
  else return CONFIGURATION.test(name) && readConfiguration(collector, name, text, path);
  return true;
}

const TREE = /\.(?:ya?ml|json|toml)$/;

/** Names of files that say nothing of their syntax: `cloud-config`, `cloud.conf`. */
const CONFIGURATION = /^[^.]+$|\.(?:conf|cfg|ini)$/;

/** JSON, or else settings in sections, of which only regions are read here: the hosts are those of any text. */
function readConfiguration(collector: Collector, name: string, text: TreeScalar, path: TreePath): boolean {
  if (/^\s*\{/.test(text.text)) return readTree(collector, `${name}.json`, text, path);
  if (SECTIONS.test(text.text)) readSections(collector, text, path);
  return false;
}

/** Behind comments, the first line is the head of a section. */
const SECTIONS = /^\s*(?:[#;][^\n]*\n\s*)*\[[^[\]\n]+\][ \t\r]*\n/;

function readSections(collector: Collector, text: TreeScalar, path: TreePath): void {
  if (text.text.length > MAX_LENGTH) return;
  for (const { section, key, value } of parseIni(makeSource('', text.text), NPM_INI).entries) {
    if (!value || !isRegionName(snakeCase(key))) continue;
    const placed = slicePlaced(text, value.span.start, value.span.end);
    const scalar: TreeScalar = { kind: 'scalar', type: 'string', ...placed };
    readSetting(collector, key, scalar, inside(inside(path, section), key));
  }
}

function readSetting(collector: Collector, name: string, text: TreeScalar, path: TreePath): void {
  const key = name.replace(/^.*\./s, '');
  collector.add(settingReferences(key, text, collector.where(path), readingOf(collector, path)));
}

function readProperties(collector: Collector, text: TreeScalar, path: TreePath): void {
  const isWanted = outsideComments(text.text);
  for (const { key, keySpan, value } of parseProperties(text.text).entries) {
    if (!isWanted(keySpan.start)) continue;
    const placed = slicePlaced(text, value.span.start, value.span.end);
    readSetting(collector, key, { kind: 'scalar', type: 'string', ...placed }, inside(path, key));
  }
}

/** `NAME=value` in each line. */
function readVariables(collector: Collector, text: TreeScalar, path: TreePath): void {
  const { textOf, lookUp } = collector.wording;
  for (const { name, value } of parseDotenv(text.text).entries) {
    const own = slicePlaced(text, name.span.start, name.span.end);
    const given = value && textOf(slicePlaced(text, value.span.start, value.span.end));
    collector.add(environmentReferences(own, given, collector.where(inside(path, name.text)), lookUp));
  }
}

/** A file that cannot be read, or is larger than anybody writes by hand, is any text. */
function readTree(collector: Collector, name: string, text: TreeScalar, path: TreePath): boolean {
  if (text.text.length > MAX_LENGTH) return false;
  const { roots, problems } = readSettingsTree(makeSource(name, text.text));
  if (problems.length > 0) return false;
  const reading = { ...readingOf(collector, path), ignored: PROSE_SETTINGS, path };
  for (const root of roots) {
    const placed = relocated(root, text);
    collector.add(settingsReferences(placed, reading));
    readKeys(collector, placed, path);
  }
  return true;
}

/** In UTF-16 code units. */
const MAX_LENGTH = 100_000;

/** The keys of some maps are hosts: whose password something is, or whose mirrors. */
function readKeys(collector: Collector, node: TreeNode, path: TreePath): void {
  if (node.kind === 'list') for (const item of node.items) readKeys(collector, item, path);
  if (node.kind !== 'map') return;
  for (const { key, keySpan, value } of node.entries) {
    const inner = inside(path, key);
    if (key.includes('.')) {
      const text = withoutVariables({ text: key, span: keySpan });
      collector.add(stringReferences(text, collector.where(inner)));
    }
    if (value) readKeys(collector, value, inner);
  }
}

/** Applications fill in variables of their own; in a template the tool's come first. */
function readingOf(collector: Collector, path: TreePath): SettingsReading {
  const { wording } = collector;
  const { scope } = collector.where(path);
  if (wording !== MANIFEST_WORDING) return { scope, textOf: wording.textOf, lookUp: wording.lookUp };
  return { scope, textOf: text => interpolate(text, '\\$') };
}
