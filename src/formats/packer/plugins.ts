import type { Expression } from '../../model/expression.ts';
import type { Reference } from '../../model/extraction.ts';
import type { HclAttribute, HclBlock, HclBody, HclLabel } from '../../parsers/hcl/tree.ts';
import { elementsOf } from '../shared/hcl/elements.ts';
import { environmentReference } from '../shared/hcl/environment.ts';
import type { Extracted } from '../shared/hcl/extracted.ts';
import { flatten, sliceFlat } from '../shared/hcl/flat-text.ts';
import { type Place, referenceAt, within } from '../shared/hcl/place.ts';
import { scriptReferences } from '../shared/hcl/scripts.ts';
import { bodyReferences } from '../shared/hcl/settings.ts';
import { variableReferences, variablesIn } from '../shared/hcl/variables-of-environment.ts';

/**
 * A builder, data source, provisioner or post-processor: a component of a plug-in, by its type, and what it is told.
 * @param label where the type is written; without one it is `type`, and no reference
 */
export function extractPlugin(
  block: HclBlock,
  label: HclLabel | undefined,
  outer: Place,
  type = label?.text ?? '',
): Extracted {
  if (type === '') return { references: [] };
  const names = block.labels.map(each => each.text);
  return {
    references: [
      ...(label ? pluginReferences(label, within(outer, block.type, ...names)) : []),
      ...pluginSettings(
        block.body,
        { text: type, span: block.typeSpan },
        within(outer, block.type, ...names),
      ),
    ],
  };
}

/** The component itself. */
export function pluginReferences({ text, span }: HclLabel, place: Place): Reference[] {
  return [referenceAt(place, 'plugin', { type: 'literal', value: text, span }, span)];
}

/** What a component is told: its regions are those of the plug-in's vendor. */
export function pluginSettings(body: HclBody, type: HclLabel, outer: Place): Reference[] {
  const provider: Expression = { type: 'literal', value: `plugin/${type.text}`, span: type.span };
  const place: Place = { ...outer, provider, configures: 'resource' };
  return [
    ...body.attributes.flatMap(attribute => settingOf(attribute, within(place, attribute.name))),
    ...bodyReferences(body, place, READ_APART),
  ];
}

const SCRIPTS: ReadonlySet<string> = new Set([
  'inline',
  'execute_command',
  'command',
  'user_data',
  'run_command',
]);
/** `environment_vars = ["NAME=value"]`, `env = { NAME = "value" }` */
const VARIABLES: ReadonlySet<string> = new Set(['environment_vars', 'env', 'ansible_env_vars']);
/** Which separate part of a cloud a builder works in: `"China"`. */
const PARTITION = 'cloud_environment_name';
const READ_APART: ReadonlySet<string> = new Set([...SCRIPTS, ...VARIABLES, PARTITION]);

function settingOf({ name, value }: HclAttribute, place: Place): Reference[] {
  if (SCRIPTS.has(name)) return scriptReferences(value, place);
  if (name === PARTITION)
    return elementsOf(value).map(element => referenceAt(place, 'partition', element, element.span));
  if (!VARIABLES.has(name)) return [];
  const assigned = elementsOf(value).flatMap(element => assignmentReferences(element, place));
  return [...variableReferences(variablesIn(value), place), ...assigned];
}

/** `NAME=value` */
function assignmentReferences(text: Expression, place: Place): Reference[] {
  if (text.type !== 'literal' && text.type !== 'template') return [];
  const flat = flatten(text, place.text);
  const name = /^([A-Za-z_]\w*)=/.exec(flat.text)?.[1];
  if (name === undefined) return [];
  const written = sliceFlat(flat, 0, name.length);
  if (written.type !== 'literal') return [];
  if (flat.text.length === name.length + 1) return environmentReference(written, undefined, place);
  const value = sliceFlat(flat, name.length + 1, flat.text.length);
  return variableReferences([{ name: written, value }], place);
}
