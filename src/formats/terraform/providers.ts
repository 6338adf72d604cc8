import type { Expression } from '../../model/expression.ts';
import type { Definition, Reference } from '../../model/extraction.ts';
import { attributeOf, type HclAttribute, type HclBlock } from '../../parsers/hcl/tree.ts';
import type { Span } from '../../text/span.ts';
import type { Extracted } from '../shared/hcl/extracted.ts';
import { type Place, referenceAt, within } from '../shared/hcl/place.ts';
import { bodyReferences } from '../shared/hcl/settings.ts';

/**
 * The provider that is called `localName` in this module. Without an entry in `required_providers` it is
 * `hashicorp/<name>` (https://developer.hashicorp.com/terraform/language/providers/requirements#implied-provider).
 * @param span where the name stands
 */
export function providerNamed(localName: string, span: Span): Expression {
  const address = localName === 'terraform' ? 'terraform.io/builtin/terraform' : `hashicorp/${localName}`;
  return {
    type: 'variable',
    name: `provider:${localName}`,
    span,
    fallback: { type: 'literal', value: address, span },
  };
}

/**
 * The region that a provider configuration sets, as a name to be defined by `extractProvider`.
 * @param configuration `aws`, or `aws.mainland` for the alias
 */
export function regionOfProvider(configuration: string, span: Span): Expression {
  return { type: 'variable', name: `${REGION_OF}${configuration}`, span };
}

/** Provider configurations are handed down to called modules, and with them their regions. */
export const REGION_OF = 'region-of:';

/** `alicloud.hangzhou` as written, also in a string; the local name alone stands for the default configuration. */
export function configurationIn(value: Expression, place: Place): string | undefined {
  const text = value.type === 'literal' ? value.value : place.text.slice(value.span.start, value.span.end);
  return /^[\w-]+(?:\.[\w-]+)?/.exec(text)?.[0];
}

/** The first part of `alicloud.hangzhou`, also as a string, as old versions and the JSON syntax have it. */
export function localNameIn(value: Expression, place: Place): string | undefined {
  return configurationIn(value, place)?.replace(/\..*$/s, '');
}

/** `provider "alicloud" { … }` */
export function extractProvider(block: HclBlock, outer: Place): Extracted {
  const [label] = block.labels;
  if (!label?.text) return { references: [] };
  const alias = attributeOf(block.body, 'alias')?.value;
  const names = alias?.type === 'literal' ? [label.text, alias.value] : [label.text];
  const place = within(outer, 'provider', ...names);
  const provider = providerNamed(label.text, label.span);
  const inside: Place = { ...place, provider, configures: 'provider' };
  const region = attributeOf(block.body, 'region')?.value;
  return {
    definitions: region
      ? [{ scope: place.scope, name: REGION_OF + names.join('.'), value: region, precedence: 'default' }]
      : [],
    references: [
      referenceAt(place, 'provider', provider, label.span),
      ...bodyReferences(block.body, inside, OWN),
    ],
  };
}

const OWN: ReadonlySet<string> = new Set(['alias', 'version']);

/** `required_providers { … }`: which provider each local name stands for. */
export function extractRequiredProviders(block: HclBlock, outer: Place): Extracted {
  const place = within(outer, 'terraform', 'required_providers');
  const parts = block.body.attributes.map(attribute =>
    extractRequirement(attribute, within(place, attribute.name)),
  );
  return {
    references: parts.flatMap(part => part.references),
    definitions: parts.flatMap(part => part.definitions ?? []),
  };
}

function extractRequirement({ name, nameSpan, value }: HclAttribute, place: Place): Extracted {
  const source = elementOf(value, 'source');
  if (source === undefined)
    return { references: [referenceAt(place, 'provider', providerNamed(name, nameSpan), nameSpan)] };
  const definition: Definition = {
    scope: place.scope,
    name: `provider:${name}`,
    value: source,
    precedence: 'default',
  };
  return {
    references: [referenceAt(place, 'provider', source, source.span), ...aliasReferences(name, value, place)],
    definitions: [definition],
  };
}

/** `configuration_aliases = [alicloud.primary, alicloud.standby]` */
function aliasReferences(name: string, requirement: Expression, place: Place): Reference[] {
  const aliases = elementOf(requirement, 'configuration_aliases');
  if (aliases?.type !== 'collection') return [];
  return aliases.items.map(({ value }) =>
    referenceAt(
      within(place, 'configuration_aliases'),
      'provider',
      providerNamed(localNameIn(value, place) ?? name, value.span),
      value.span,
    ),
  );
}

function elementOf(value: Expression, key: string): Expression | undefined {
  return value.type === 'collection' ? value.items.find(item => item.key === key)?.value : undefined;
}
