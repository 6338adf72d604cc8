import type { Expression } from '../../../model/expression.ts';
import type { Reference } from '../../../model/extraction.ts';
import type { InterpolatedText } from '../../../parsers/interpolation.ts';
import { type PlacedText, PlacedTextBuilder } from '../../../parsers/placed-text.ts';
import { interpolate } from '../../../parsers/variable.ts';
import { unknownVariable, type VariableLookUp } from '../expressions.ts';
import { commandReferences, type ShellContext } from '../scripts/shell-references.ts';
import { startUpReferences } from '../start-up/start-up.ts';
import { elementsAt } from './elements.ts';
import { type FlatText, flatten } from './flat-text.ts';
import { circumstancesOf, type Place } from './place.ts';
import { putIn } from './repetition.ts';

/** How a script is read. */
type Reading = Pick<ShellContext, 'namesTools'>;

/** What scripts that are written in an attribute refer to: one text, or a list of them. */
export function scriptReferences(value: Expression, outer: Place, reading: Reading = {}): Reference[] {
  return elementsAt(value, outer)
    .filter(({ expression: { type } }) => type === 'literal' || type === 'template')
    .flatMap(({ expression, place }) => scriptOrSettings(expression, place, reading));
}

/**
 * What a script or the settings of a machine's first start refer to. An expression inside of them is what it
 * resolves to.
 */
export function scriptTextReferences(text: Expression, place: Place): Reference[] {
  return scriptOrSettings(text, place, {});
}

function scriptOrSettings(text: Expression, place: Place, reading: Reading): Reference[] {
  const flat = flatten(text, place.text);
  return startUpReferences(scriptOf(flat, text, 0), contextOf(flat.pieces, place, reading));
}

/** What one command refers to that no shell reads, by its words. */
export function wordReferences(words: readonly Expression[], place: Place, reading: Reading): Reference[] {
  if (words.length === 0) return [];
  const pieces: FlatText['pieces'][number][] = [];
  const texts = words.map((word): InterpolatedText => {
    const flat = flatten(word, place.text);
    const script = scriptOf(flat, word, pieces.length);
    for (const piece of flat.pieces) pieces.push(piece);
    return interpolate(script, '$$');
  });
  const command = { words: texts, redirects: [], heredocs: [], pipeline: 1 };
  return commandReferences([command], contextOf(pieces, place, reading));
}

function contextOf(pieces: FlatText['pieces'], place: Place, reading: Reading): ShellContext {
  const { scope, structuralPath } = place;
  const where = { scope, structuralPath, ...circumstancesOf(place) };
  return { where, lookUp: lookUpIn(pieces, place), ...reading };
}

/**
 * The script as the shell gets it, with a variable of the shell's in place of each expression.
 * @param first the number of its first piece.
 */
function scriptOf(flat: FlatText, { span }: Expression, first: number): PlacedText {
  const builder = new PlacedTextBuilder();
  flat.pieces.forEach(({ part, span: place, textPieces }, index) => {
    if (part.type !== 'literal') builder.append(`\${${STANDS_FOR}${first + index}}`, place);
    else {
      const text = { text: part.value, span: place, ...(textPieces && { pieces: textPieces }) };
      builder.appendSlice(text, 0, part.value.length);
    }
  });
  return builder.build(span);
}

const STANDS_FOR = 'HCL_EXPRESSION_';

function lookUpIn(pieces: FlatText['pieces'], { loops }: Place): VariableLookUp {
  return (name, span, fallback) => {
    const index = name.startsWith(STANDS_FOR) ? Number(name.slice(STANDS_FOR.length)) : -1;
    const part = pieces[index]?.part;
    return part ? putIn(part, loops) : unknownVariable(name, span, fallback);
  };
}
