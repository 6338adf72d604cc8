import type { Expression } from '../../../model/expression.ts';
import { type InterpolatedText, literalText } from '../../../parsers/interpolation.ts';
import type { PlacedText } from '../../../parsers/placed-text.ts';
import { expressionOf, type VariableLookUp } from '../expressions.ts';
import type { CommandWord } from './command-words.ts';

/** The variable of a loop, and what it is in turn. */
export interface Loop {
  readonly name: PlacedText;
  readonly items: readonly CommandWord[];
}

/** `for NAME in …`, without the first word. */
export function loopOver([name, preposition, ...items]: readonly CommandWord[]): Loop | undefined {
  const place = name && literalText(name.word);
  return place && preposition?.text === 'in' ? { name: place, items } : undefined;
}

/**
 * Any one of what the variable of a loop is.
 * @param lookUp of the names outside of all loops: loops over each other's variables would have no end.
 */
export function anyItem({ name, items }: Loop, lookUp: VariableLookUp): Expression {
  const options = items.slice(0, MAX_ITEMS).map(({ word }) => itemOf(word, lookUp));
  const { span } = name;
  return { type: 'choice', options: items.length > 0 ? options : [untold(name)], span };
}

/** As many as are ever looked at of what a name can be. */
const MAX_ITEMS = 64;

/** What is not written out can be several words, and a pattern is what the files are called. */
function itemOf(word: InterpolatedText, lookUp: VariableLookUp): Expression {
  const item = expressionOf(word, lookUp);
  const { span } = word;
  if (item.type === 'literal') return PATTERN.test(item.value) ? untold(word) : item;
  const blank: Expression = { type: 'literal', value: ' ', span };
  const words: Expression = { type: 'call', name: 'split', arguments: [blank, item], span };
  return { type: 'call', name: 'one', arguments: [words], span };
}

const PATTERN = /[*?[\]{}]/;

function untold({ span }: Pick<InterpolatedText, 'span'>): Expression {
  return { type: 'unknown', reason: 'unsupported-expression', span };
}
