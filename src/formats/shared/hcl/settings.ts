import { type Expression, UNKNOWN_PART } from '../../../model/expression.ts';
import type { Reference } from '../../../model/extraction.ts';
import type { ReferenceKind } from '../../../model/vocabulary.ts';
import { attributeOf, type HclBlock, type HclBody } from '../../../parsers/hcl/tree.ts';
import {
  isEnvironmentName,
  isImageName,
  isPartitionName,
  isProseName,
  isRegionName,
  isStartUpName,
} from './attribute-names.ts';
import { commandAttributes, execReferences, provisionerReferences } from './commands.ts';
import { containerProviders } from './containers.ts';
import { elementsAt, isLocationId } from './elements.ts';
import { environmentReference, environmentReferences } from './environment.ts';
import { branchesOf, type Place, referenceAt, within } from './place.ts';
import { dynamicVariablesOf } from './repetition.ts';
import { scriptTextReferences } from './scripts.ts';
import { textReferences } from './text-references.ts';

/**
 * What the attributes of a body and of all blocks inside it refer to: regions, images, environment variables,
 * hosts and ARNs. Attributes of the body itself that are in `without` are left out.
 */
export function bodyReferences(
  body: HclBody,
  place: Place,
  without: ReadonlySet<string> = NONE,
): Reference[] {
  return [
    ...body.attributes
      .filter(attribute => !without.has(attribute.name))
      .flatMap(attribute => settingReferences(attribute.name, attribute.value, place)),
    ...body.blocks.flatMap(block => blockReferences(block, place)),
  ];
}

const NONE: ReadonlySet<string> = new Set();

function blockReferences(block: HclBlock, place: Place): Reference[] {
  if (block.type === 'dynamic') return dynamicReferences(block, place);
  const inside = within(place, block.type);
  const read = (name: string) => attributeOf(block.body, name)?.value;
  const own = [
    ...bodyReferences(block.body, inside, CONDITIONS.has(block.type) ? CONDITION : commandAttributes(block)),
    ...provisionerReferences(block, inside),
    ...containerCommands(read, inside),
  ];
  const name = isEnvironmentName(block.type) ? attributeOf(block.body, 'name') : undefined;
  return name ? [...environmentReference(name.value, read('value'), inside), ...own] : own;
}

/** What the command of a block or object says of clouds. */
function containerCommands(read: (name: string) => Expression | undefined, place: Place): Reference[] {
  return [...containerProviders(read, place), ...execReferences(read, place)];
}

/** A condition compares with a value; that is no use of it. */
export const CONDITIONS: ReadonlySet<string> = new Set([
  'validation',
  'precondition',
  'postcondition',
  'assert',
]);
const CONDITION: ReadonlySet<string> = new Set(['condition']);

/** A `dynamic "setting"` block is any number of `setting` blocks, whose body is its `content`. */
function dynamicReferences(block: HclBlock, place: Place): Reference[] {
  const inside = {
    ...within(place, block.labels[0]?.text ?? block.type),
    loops: dynamicVariablesOf(block, place.loops, place.text),
  };
  return [
    ...block.body.attributes.flatMap(attribute => settingReferences(attribute.name, attribute.value, inside)),
    ...block.body.blocks.flatMap(content => bodyReferences(content.body, inside)),
  ];
}

/** What `name = value` refers to, as an attribute or as an element of an object. */
export function settingReferences(name: string, value: Expression, outer: Place): Reference[] {
  if (isProseName(name)) return [];
  const place = within(outer, name);
  if (isImageName(name)) return imageReferences(value, place);
  if (isStartUpName(name) || isPartOfStartUp(name, place))
    return partReferences(value, place, scriptTextReferences);
  return [...namedReferences(name, value, place), ...partReferences(value, place)];
}

function namedReferences(name: string, value: Expression, place: Place): Reference[] {
  if (place.configures !== undefined && isRegionName(name)) return regionReferences(value, place);
  if (place.configures === 'provider' && isPartitionName(name)) return partitionReferences(value, place);
  if (isEnvironmentName(name) || isVariablesOfEnvironment(name, place))
    return environmentReferences(value, place);
  return [];
}

/** `environment { variables = { … } }` */
function isVariablesOfEnvironment(name: string, { structuralPath }: Place): boolean {
  return name === 'variables' && isEnvironmentName(structuralPath.at(-2) ?? '');
}

/** `data "cloudinit_config" "…" { part { content = … } }` */
function isPartOfStartUp(name: string, { structuralPath, resourceType }: Place): boolean {
  return (
    name === 'content' && structuralPath.at(-2) === 'part' && /cloudinit_config$/.test(resourceType ?? '')
  );
}

function imageReferences(value: Expression, place: Place): Reference[] {
  return elementReferences('image', value, place, text => text !== '');
}

function regionReferences(value: Expression, place: Place): Reference[] {
  return elementReferences('region', value, place, isLocationId);
}

function partitionReferences(value: Expression, place: Place): Reference[] {
  return elementReferences('partition', value, place, () => true);
}

/** The single values, without those that are written out and are none of the kind. */
function elementReferences(
  kind: ReferenceKind,
  value: Expression,
  outer: Place,
  isWanted: (text: string) => boolean,
): Reference[] {
  return elementsAt(value, outer)
    .filter(({ expression }) => expression.type !== 'literal' || isWanted(expression.value))
    .map(({ expression, place }) => referenceAt(place, kind, expression, expression.span));
}

/** What the texts in a value refer to, and its objects' elements by their names. */
function partReferences(value: Expression, place: Place, readText = textReferences): Reference[] {
  const inner = (part: Expression): Reference[] => partReferences(part, place, readText);
  switch (value.type) {
    case 'literal':
      return readText(value, place);
    case 'template':
      return [
        ...readText(value, place),
        ...value.parts.filter(part => part.type !== 'literal').flatMap(inner),
      ];
    case 'choice':
      return branchesOf(value, place).flatMap(branch =>
        partReferences(branch.expression, branch.place, readText),
      );
    case 'call':
      return value.arguments.flatMap(inner);
    case 'member':
      return [...inner(value.object), ...inner(value.key)];
    case 'collection':
      return [
        ...value.items.flatMap(item => itemReferences(item, place, readText)),
        ...containerCommands(name => value.items.find(({ key }) => key === name)?.value, place),
      ];
    default:
      return [];
  }
}

type ReadText = typeof textReferences;
type Item = (Expression & { type: 'collection' })['items'][number];

function itemReferences({ key, keySpan, value }: Item, place: Place, readText: ReadText): Reference[] {
  if (key === undefined || key === UNKNOWN_PART) return partReferences(value, place, readText);
  const ofValue = settingReferences(key, value, place);
  if (!keySpan) return ofValue;
  return [...textReferences({ type: 'literal', value: key, span: keySpan }, place), ...ofValue];
}
