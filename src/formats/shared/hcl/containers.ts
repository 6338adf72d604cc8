import type { Expression } from '../../../model/expression.ts';
import type { Reference } from '../../../model/extraction.ts';
import { withoutVariables } from '../../../parsers/interpolation.ts';
import { commandWords } from '../scripts/command-words.ts';
import { namedProviders } from '../tools/provider-options.ts';
import { toolProvider } from '../tools/tool-provider.ts';
import { elementsOf } from './elements.ts';
import type { Place } from './place.ts';

/**
 * The clouds that a container's command names for the tool in its image.
 * @param read an attribute of the block or object.
 */
export function containerProviders(
  read: (name: string) => Expression | undefined,
  { scope, structuralPath }: Place,
): Reference[] {
  const words = COMMANDS.flatMap(name => {
    const value = read(name);
    return value?.type === 'collection' ? elementsOf(value) : [];
  }).flatMap(word => (word.type === 'literal' ? [{ text: word.value, span: word.span }] : []));
  if (words.length === 0) return [];
  const image = read('image');
  const program = image?.type === 'literal' ? image.value : undefined;
  return namedProviders(commandWords(words.map(withoutVariables)), program).flatMap(({ tool, name }) =>
    toolProvider(tool, name, { scope, structuralPath }),
  );
}

const COMMANDS = ['entryPoint', 'command', 'args'];
