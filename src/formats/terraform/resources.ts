import type { Expression } from '../../model/expression.ts';
import type { ReferenceKind } from '../../model/vocabulary.ts';
import { attributeOf, type HclBlock, type HclBody, type HclLabel } from '../../parsers/hcl/tree.ts';
import type { Extracted } from '../shared/hcl/extracted.ts';
import { type Place, referenceAt, within } from '../shared/hcl/place.ts';
import { loopVariablesOf, putIn } from '../shared/hcl/repetition.ts';
import { bodyReferences } from '../shared/hcl/settings.ts';
import { extractRemoteState } from './backends.ts';
import { chartProviders } from './charts.ts';
import { configurationIn, localNameIn, providerNamed, regionOfProvider } from './providers.ts';

/** `resource`, `data` or `ephemeral`, with a type and a name. */
export function extractResource(block: HclBlock, outer: Place): Extracted {
  const [type, name] = block.labels;
  if (!type?.text) return { references: [] };
  const { text, scope, structuralPath } = within(outer, block.type, type.text, ...(name ? [name.text] : []));
  const place: Place = {
    text,
    scope,
    structuralPath,
    provider: providerOf(block.body, type, outer),
    resourceType: type.text,
    loops: loopVariablesOf(block.body, outer.loops),
    configures: 'resource',
    conditions: outer.conditions,
  };
  const value: Expression = { type: 'literal', value: type.text, span: type.span };
  const own = {
    region: regionOf(block.body, type, place),
    ...referenceAt(place, kindOf(block), value, type.span),
  };
  if (type.text === 'terraform_remote_state') {
    return { references: [own, ...extractRemoteState(block.body, place).references] };
  }
  const charts = type.text === 'helm_release' ? chartProviders(block.body, place) : [];
  return { references: [own, ...charts, ...bodyReferences(block.body, place, META_ARGUMENTS)] };
}

/** The resource's own `region`, where its provider has such an argument, else that of the provider's configuration. */
function regionOf(body: HclBody, type: HclLabel, place: Place): Expression {
  const argument = attributeOf(body, 'provider')?.value;
  const configuration = (argument && configurationIn(argument, place)) ?? type.text.replace(/_.*$/s, '');
  const own = attributeOf(body, 'region')?.value;
  return own ? putIn(own, place.loops) : regionOfProvider(configuration, type.span);
}

function kindOf(block: HclBlock): ReferenceKind {
  return block.type === 'data' ? 'data-source' : 'resource';
}

const META_ARGUMENTS: ReadonlySet<string> = new Set(['provider', 'depends_on', 'count']);

/** The `provider` argument, else the first word of the type (https://developer.hashicorp.com/terraform/language/meta-arguments/resource-provider). */
function providerOf(body: HclBody, type: HclLabel, place: Place): Expression {
  const argument = attributeOf(body, 'provider')?.value;
  const given = argument && localNameIn(argument, place);
  if (argument && given !== undefined) return providerNamed(given, argument.span);
  return providerNamed(type.text.replace(/_.*$/s, ''), type.span);
}
