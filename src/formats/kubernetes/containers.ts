import { visibleText } from '../../parsers/interpolation.ts';
import type { PlacedText } from '../../parsers/placed-text.ts';
import { childOf, type TreeNode, type TreeScalar } from '../../parsers/tree.ts';
import { expressionOf, scopeVariable } from '../shared/expressions.ts';
import { ecosystemOfFile, refineEcosystem } from '../shared/registries/system-mirrors.ts';
import { commandReferences } from '../shared/scripts/shell-references.ts';
import { templatedShellReferences } from '../shared/scripts/templated-script.ts';
import { environmentReferences } from '../shared/settings/environment.ts';
import { startUpReferences } from '../shared/start-up/start-up.ts';
import { mirrorsIn } from '../shared/strings.ts';
import { inside, type TreePath } from '../shared/tree-path.ts';
import { type Collector, type ObjectContext, scalarsOf } from './collector.ts';
import { USER_DATA_KEYS } from './keys.ts';
import { readSettings } from './settings-texts.ts';
import { MANIFEST_WORDING } from './wording.ts';

/** A list of `{ name, value }`, or a map as some custom resources have it. */
export function readEnvironment(collector: Collector, value: TreeNode, path: TreePath): boolean {
  // A container's variables are its own.
  const scope = collector.innerScope(value);
  const { wording } = collector;
  const isManifest = wording === MANIFEST_WORDING;
  const lookUp = isManifest ? scopeVariable : wording.lookUp;
  const read = (name: PlacedText, text: TreeNode | undefined): void => {
    const scalar = text?.kind === 'scalar' ? wording.textOf(text) : undefined;
    const where = { ...collector.where(inside(path, name.text)), scope };
    collector.add(environmentReferences(name, scalar, where, lookUp));
    if (scalar && isManifest) collector.define(scope, name.text, expressionOf(scalar, lookUp));
  };
  if (value.kind === 'map') {
    for (const entry of value.entries) read({ text: entry.key, span: entry.keySpan }, entry.value);
  } else if (value.kind === 'list') {
    for (const item of value.items) {
      const name = childOf(item, 'name');
      if (name?.kind === 'scalar') read(name, childOf(item, 'value'));
    }
  }
  return value.kind !== 'scalar';
}

/** Words, some of which are scripts themselves, as behind `sh -c`. */
export function readCommand(
  collector: Collector,
  value: TreeNode,
  path: TreePath,
  { program }: ObjectContext,
): boolean {
  if (value.kind === 'map') return false;
  const context = { where: collector.where(path), lookUp: collector.wording.lookUp, program };
  const words = scalarsOf(value);
  const isScript = ({ text }: TreeScalar): boolean => /\s/.test(text);
  const { scriptOf, textOf } = collector.wording;
  for (const script of words.filter(isScript))
    collector.add(templatedShellReferences(scriptOf(script), context));
  const command = {
    words: words.filter(word => !isScript(word)).map(textOf),
    redirects: [],
    heredocs: [],
    pipeline: 1,
  };
  collector.add(commandReferences([command], context));
  return true;
}

/** The text of a ConfigMap or Secret: each key is an environment variable, or a file of its own. */
export function readTexts(collector: Collector, value: TreeNode, path: TreePath): boolean {
  if (value.kind !== 'map') return false;
  collector.addProviders(value, path);
  for (const { key, keySpan, value: text } of value.entries) {
    const scalar = text?.kind === 'scalar' ? text : undefined;
    readText(collector, { text: key, span: keySpan }, scalar, inside(path, key));
  }
  return true;
}

function readText(
  collector: Collector,
  name: PlacedText,
  text: TreeScalar | undefined,
  path: TreePath,
): void {
  const where = collector.where(path);
  const { lookUp, scriptOf, textOf } = collector.wording;
  if (/^[A-Z][A-Z0-9_]*$/.test(name.text)) {
    collector.add(environmentReferences(name, text && textOf(text), where, lookUp));
    return;
  }
  if (text && USER_DATA_KEYS.has(name.text)) {
    readUserData(collector, text, path);
    return;
  }
  if (!text) return;
  const ecosystem = ecosystemOfFile(`/${name.text}`);
  if (ecosystem === undefined && readSettings(collector, name.text, text, path)) return;
  if (name.text.endsWith('.sh') || SHELL_SCRIPT.test(text.text.slice(0, 100))) {
    collector.add(templatedShellReferences(scriptOf(text), { where, lookUp }));
  } else if (ecosystem !== undefined) {
    collector.add(mirrorsIn(textOf(text), refineEcosystem(ecosystem, text.text), where, lookUp));
  } else {
    collector.addStrings(text, path);
  }
}

/** A cloud-config or a script. */
export function readUserData(collector: Collector, value: TreeNode, path: TreePath): boolean {
  if (value.kind !== 'scalar') return false;
  const { lookUp, scriptOf } = collector.wording;
  collector.add(startUpReferences(visibleText(scriptOf(value)), { where: collector.where(path), lookUp }));
  return true;
}

/** A script is for a shell unless its first line names another interpreter. */
export function readScript(collector: Collector, value: TreeNode, path: TreePath): boolean {
  if (value.kind !== 'scalar') return false;
  const isOther = value.text.startsWith('#!') && !SHELL_SCRIPT.test(value.text.slice(0, 100));
  if (isOther) collector.addStrings(value, path);
  else {
    const { lookUp, scriptOf } = collector.wording;
    collector.add(templatedShellReferences(scriptOf(value), { where: collector.where(path), lookUp }));
  }
  return true;
}

const SHELL_SCRIPT = /^#![^\n]*\b(?:ba|da|a|z|k)?sh\b/;
