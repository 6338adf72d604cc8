import type { Expression } from '../../model/expression.ts';
import type { ModuleCall, Reference } from '../../model/extraction.ts';
import { attributeOf, type HclBlock, type HclBody, type HclLabel } from '../../parsers/hcl/tree.ts';
import { joinInside } from '../../text/path.ts';
import type { Extracted } from '../shared/hcl/extracted.ts';
import { type Place, referenceAt, within } from '../shared/hcl/place.ts';
import { type LoopVariables, loopVariablesOf, putIn } from '../shared/hcl/repetition.ts';
import { bodyReferences } from '../shared/hcl/settings.ts';
import { configurationIn, localNameIn, providerNamed, REGION_OF, regionOfProvider } from './providers.ts';
import { folderOfModule, moduleOfFolder } from './scope.ts';

/**
 * `module "network" { source = … }`: a call of a folder of this repository, or a reference to a module elsewhere
 * (https://developer.hashicorp.com/terraform/language/modules/sources).
 */
export function extractModule(block: HclBlock, outer: Place): Extracted {
  const [label] = block.labels;
  if (!label?.text) return { references: [] };
  const provider = providerOf(block.body, outer);
  const place: Place = {
    ...within(outer, 'module', label.text),
    ...(provider && { provider }),
    loops: loopVariablesOf(block.body, outer.loops),
    configures: 'resource',
  };
  const calls = callOf(label, block.body, place);
  const settings = bodyReferences(block.body, place, META_ARGUMENTS);
  return {
    references: [
      ...moduleReferences(block.body, place),
      ...(calls.length > 0 ? settings.filter(isNotPassedOn) : settings),
    ],
    calls,
  };
}

/** A region that is computed is found where the module uses it; one that is written out is also shown here. */
export function isNotPassedOn({ kind, value }: Reference): boolean {
  return kind !== 'region' || value.type === 'literal';
}

const META_ARGUMENTS: ReadonlySet<string> = new Set([
  'source',
  'version',
  'providers',
  'depends_on',
  'count',
]);
const NO_INPUTS: ReadonlySet<string> = new Set([...META_ARGUMENTS, 'for_each']);

/** With `providers = { alicloud = alicloud.hangzhou }` the provider is known if it is a single one. */
function providerOf(body: HclBody, place: Place): Expression | undefined {
  const given = attributeOf(body, 'providers')?.value;
  if (given?.type !== 'collection') return undefined;
  const names = new Set(given.items.map(item => localNameIn(item.value, place)));
  const [name] = names;
  return names.size === 1 && name !== undefined ? providerNamed(name, given.span) : undefined;
}

/** The `source` of a module that is elsewhere. */
export function moduleReferences(body: HclBody, place: Place): Reference[] {
  const source = attributeOf(body, 'source')?.value;
  if (!source || (source.type === 'literal' && (isLocal(source.value) || source.value === ''))) return [];
  return [referenceAt(within(place, 'source'), 'module', source, source.span)];
}

function isLocal(source: string): boolean {
  return /^\.{1,2}(?:\/|$)/.test(source);
}

/** A folder outside of what is scanned is not read: nothing is called. */
function callOf(label: HclLabel, body: HclBody, place: Place): ModuleCall[] {
  const source = attributeOf(body, 'source')?.value;
  if (source?.type !== 'literal' || !isLocal(source.value)) return [];
  const folder = joinInside(folderOfModule(place.scope), source.value);
  if (folder === undefined) return [];
  return [
    {
      scope: place.scope,
      target: moduleOfFolder(folder),
      name: `module.${label.text}`,
      span: label.span,
      inputs: new Map([...inputsOf(body, place.loops), ...regionsOf(body, place)]),
      inheritedPrefix: REGION_OF,
    },
  ];
}

/** `providers = { alicloud = alicloud.hangzhou }` also says where the called module's resources are. */
function regionsOf(body: HclBody, place: Place): [string, Expression][] {
  const given = attributeOf(body, 'providers')?.value;
  if (given?.type !== 'collection') return [];
  return given.items.flatMap(({ key, value }): [string, Expression][] => {
    const configuration = configurationIn(value, place);
    if (key === undefined || configuration === undefined) return [];
    return [[REGION_OF + key, regionOfProvider(configuration, value.span)]];
  });
}

function inputsOf(body: HclBody, loops: LoopVariables): Map<string, Expression> {
  const inputs = body.attributes.filter(attribute => !NO_INPUTS.has(attribute.name));
  return new Map(inputs.map(({ name, value }) => [`var.${name}`, putIn(value, loops)]));
}
