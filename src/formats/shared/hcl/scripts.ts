import type { Expression } from '../../../model/expression.ts';
import type { Reference } from '../../../model/extraction.ts';
import { type PlacedText, PlacedTextBuilder } from '../../../parsers/placed-text.ts';
import { unknownVariable, type VariableLookUp } from '../expressions.ts';
import { shellReferences } from '../scripts/shell-references.ts';
import { elementsOf } from './elements.ts';
import { type FlatText, flatten } from './flat-text.ts';
import type { Place } from './place.ts';

/**
 * What shell scripts that are written in an attribute refer to: one text, or a list of them. An expression inside of
 * a script is what it resolves to.
 */
export function scriptReferences(value: Expression, place: Place): Reference[] {
  return elementsOf(value)
    .filter(element => element.type === 'literal' || element.type === 'template')
    .flatMap(element => {
      const flat = flatten(element, place.text);
      return shellReferences(scriptOf(flat, element), { where: place, lookUp: lookUpIn(flat) });
    });
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

function lookUpIn(flat: FlatText): VariableLookUp {
  return (name, span, fallback) => {
    const index = name.startsWith(STANDS_FOR) ? Number(name.slice(STANDS_FOR.length)) : -1;
    return flat.pieces[index]?.part ?? unknownVariable(name, span, fallback);
  };
}
