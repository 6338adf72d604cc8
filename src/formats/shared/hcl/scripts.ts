import type { Expression } from '../../../model/expression.ts';
import type { Reference } from '../../../model/extraction.ts';
import { type PlacedText, PlacedTextBuilder } from '../../../parsers/placed-text.ts';
import { unknownVariable, type VariableLookUp } from '../expressions.ts';
import { startUpReferences } from '../start-up/start-up.ts';
import { elementsAt } from './elements.ts';
import { type FlatText, flatten } from './flat-text.ts';
import { circumstancesOf, type Place } from './place.ts';
import { putIn } from './repetition.ts';

/** What scripts that are written in an attribute refer to: one text, or a list of them. */
export function scriptReferences(value: Expression, outer: Place): Reference[] {
  return elementsAt(value, outer)
    .filter(({ expression: { type } }) => type === 'literal' || type === 'template')
    .flatMap(({ expression, place }) => scriptTextReferences(expression, place));
}

/**
 * What a script or the settings of a machine's first start refer to. An expression inside of them is what it
 * resolves to.
 */
export function scriptTextReferences(text: Expression, place: Place): Reference[] {
  const flat = flatten(text, place.text);
  const { scope, structuralPath } = place;
  const where = { scope, structuralPath, ...circumstancesOf(place) };
  return startUpReferences(scriptOf(flat, text), { where, lookUp: lookUpIn(flat, place) });
}

/** The script as the shell gets it, with a variable of the shell's in place of each expression. */
function scriptOf(flat: FlatText, { span }: Expression): PlacedText {
  const builder = new PlacedTextBuilder();
  flat.pieces.forEach(({ part, span: place, textPieces }, index) => {
    if (part.type !== 'literal') builder.append(`\${${STANDS_FOR}${index}}`, place);
    else {
      const text = { text: part.value, span: place, ...(textPieces && { pieces: textPieces }) };
      builder.appendSlice(text, 0, part.value.length);
    }
  });
  return builder.build(span);
}

const STANDS_FOR = 'HCL_EXPRESSION_';

function lookUpIn(flat: FlatText, { loops }: Place): VariableLookUp {
  return (name, span, fallback) => {
    const index = name.startsWith(STANDS_FOR) ? Number(name.slice(STANDS_FOR.length)) : -1;
    const part = flat.pieces[index]?.part;
    return part ? putIn(part, loops) : unknownVariable(name, span, fallback);
  };
}
