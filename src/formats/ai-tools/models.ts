import type { Reference } from '../../model/extraction.ts';
import { slicePlaced } from '../../parsers/placed-text.ts';
import { childOf, type TreeMap } from '../../parsers/tree.ts';
import type { Where } from '../shared/strings.ts';
import { stringAt } from '../shared/tree-access.ts';

/**
 * Who answers a model's requests when the settings give no address: the provider that stands beside the model
 * (https://docs.continue.dev/customize/model-providers), else the first part of its name
 * (https://docs.litellm.ai/docs/providers, https://aider.chat/docs/llms.html).
 */
export function modelProviders(settings: TreeMap, where: Where): Reference[] {
  if (ADDRESSES.some(key => childOf(settings, key))) return [];
  const provider = stringAt(settings, 'provider');
  const named = MODELS.flatMap(key => {
    const model = stringAt(settings, key);
    const slash = model?.text.indexOf('/') ?? -1;
    return model && slash > 0 ? [slicePlaced(model, 0, slash)] : [];
  });
  // With a provider that passes requests on, a model's name says who made it.
  return (provider ? [provider] : named).map(({ text, span }) => ({
    kind: 'plugin',
    value: { type: 'literal', value: text, span },
    span,
    ...where,
  }));
}

const ADDRESSES = ['api_base', 'apiBase', 'base_url', 'baseUrl'];
const MODELS = ['model', 'weak-model', 'editor-model'];
