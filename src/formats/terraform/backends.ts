import type { Expression } from '../../model/expression.ts';
import { attributeOf, type HclBlock, type HclBody } from '../../parsers/hcl/tree.ts';
import type { Span } from '../../text/span.ts';
import type { Extracted } from '../shared/hcl/extracted.ts';
import { type Place, referenceAt, within } from '../shared/hcl/place.ts';
import { bodyReferences, settingReferences } from '../shared/hcl/settings.ts';

/** `backend "oss" { … }`: where the state is kept (https://developer.hashicorp.com/terraform/language/backend). */
export function extractBackend(block: HclBlock, outer: Place): Extracted {
  const [label] = block.labels;
  if (!label?.text) return { references: [] };
  const place = within(outer, 'terraform', 'backend', label.text);
  const name: Expression = { type: 'literal', value: label.text, span: label.span };
  const inside = inBackend(label.text, label.span, place);
  return {
    references: [referenceAt(place, 'backend', name, label.span), ...bodyReferences(block.body, inside)],
    definitions: [{ scope: outer.scope, name: BACKEND, value: inside.provider, precedence: 'default' }],
  };
}

/** The name by which files with more settings for a module's backend know what it is. */
export const BACKEND = 'backend';

/** `cloud { … }`: HCP Terraform or a server with the same interface. */
export function extractCloud(block: HclBlock, outer: Place): Extracted {
  const place = within(outer, 'terraform', 'cloud');
  const name: Expression = { type: 'literal', value: 'cloud', span: block.typeSpan };
  return {
    references: [referenceAt(place, 'backend', name, block.typeSpan), ...bodyReferences(block.body, place)],
  };
}

/** `data "terraform_remote_state"` reads the state of another configuration: `backend` and `config`. */
export function extractRemoteState(body: HclBody, place: Place): Extracted {
  const backend = attributeOf(body, 'backend')?.value;
  const config = attributeOf(body, 'config')?.value;
  const name = backend?.type === 'literal' ? backend.value : undefined;
  const inside = name !== undefined && backend ? inBackend(name, backend.span, place) : place;
  return {
    references: [
      ...(backend ? [referenceAt(within(place, 'backend'), 'backend', backend, backend.span)] : []),
      ...(config ? settingReferences('config', config, inside) : []),
    ],
  };
}

/** A backend's regions are those of the provider that it keeps the state with: known by the backend's name. */
export function inBackend(name: string, span: Span, place: Place): Place & { readonly provider: Expression } {
  return { ...place, provider: { type: 'literal', value: `backend/${name}`, span }, configures: 'provider' };
}
