import type { Reference } from '../../../model/extraction.ts';
import type { InterpolatedText } from '../../../parsers/interpolation.ts';
import { withoutVariables } from '../../../parsers/interpolation.ts';
import type { PlacedText } from '../../../parsers/placed-text.ts';
import type { TreeMap, TreeNode, TreeScalar } from '../../../parsers/tree.ts';
import { unknownVariable, type VariableLookUp } from '../expressions.ts';
import { isSpelledOut, partitionReference, regionReference, settingHolder } from '../region-value.ts';
import { stringReferences, type Where } from '../strings.ts';
import { setProviders } from '../tools/provider-settings.ts';
import { toolProvider } from '../tools/tool-provider.ts';
import { inside, itemSegment, segmentsOf, type TreePath } from '../tree-path.ts';
import { isRegionName, snakeCase } from './setting-names.ts';

/** How the values of a tree of settings are read. */
export interface SettingsReading {
  readonly scope: string;
  /** A value with its variables; none by default. */
  readonly textOf?: (text: PlacedText) => InterpolatedText;
  readonly lookUp?: VariableLookUp;
  /** Where the tree stands in a larger one. */
  readonly path?: TreePath;
  /** Keys whose values are for people. */
  readonly ignored?: RegExp;
  /** What the value of a key is; `undefined`: it is read like any other. */
  readonly read?: (key: string, value: TreeNode, where: Where) => Reference[] | undefined;
}

/** Hosts and regions in a tree of settings, by the names of the keys and whatever their place. */
export function settingsReferences(root: TreeNode | undefined, reading: SettingsReading): Reference[] {
  const references: Reference[] = [];
  const visit = (key: string, node: TreeNode, path: TreePath | undefined): void => {
    const where: Where = { scope: reading.scope, structuralPath: segmentsOf(path) };
    const found = path ? reading.read?.(key, node, where) : undefined;
    if (found) references.push(...found);
    else if (node.kind === 'scalar') references.push(...settingReferences(key, node, where, reading));
    else if (node.kind === 'list')
      node.items.forEach((item, index) => {
        visit(key, item, inside(path, itemSegment(item, index)));
      });
    else {
      references.push(...mapProviders(node, path, reading));
      for (const entry of node.entries) {
        if (!entry.value || reading.ignored?.test(entry.key)) continue;
        // `region: { static: … }` is how Spring's settings have it.
        visit(entry.key === 'static' ? key : entry.key, entry.value, inside(path, entry.key));
      }
    }
  };
  if (root) visit('', root, reading.path);
  return references;
}

/** In settings of applications, what is said about them. */
export const PROSE_SETTINGS =
  /^(?:\$schema|title|descriptions?|comments?|documentation|docs|homepage|help|license|contact)$/i;

/** The clouds that a map of settings names for a tool. */
function mapProviders(map: TreeMap, path: TreePath | undefined, reading: SettingsReading): Reference[] {
  const { scope, textOf = withoutVariables, lookUp = unknownVariable } = reading;
  return setProviders(map, path).flatMap(({ tool, name, key }) =>
    toolProvider(tool, textOf(name), { scope, structuralPath: segmentsOf(inside(path, key)) }, lookUp),
  );
}

/** What the value of one setting names: a region when the key says so, else hosts. */
export function settingReferences(
  key: string,
  value: TreeScalar,
  where: Where,
  { textOf = withoutVariables, lookUp = unknownVariable }: SettingsReading,
): Reference[] {
  if (value.type !== 'string' || value.text === '') return [];
  const text = textOf(value);
  const isRegion =
    isRegionName(snakeCase(key)) &&
    value.text.length < LONGEST_REGION &&
    (/^[^\s./]*$/.test(value.text.replace(/\$\{.*\}/g, '')) || isSpelledOut(value.text));
  if (isRegion) return [regionReference(settingHolder(where.structuralPath), text, where, lookUp)];
  const partition = partitionReference(key, text, where, lookUp);
  return partition ? [partition] : stringReferences(text, where, lookUp);
}

/** With a variable and what it is otherwise. */
const LONGEST_REGION = 1000;
