import {
  type InterpolatedText,
  literalText,
  sliceInterpolated,
  visibleText,
} from '../../../parsers/interpolation.ts';
import { type PlacedText, slicePlaced } from '../../../parsers/placed-text.ts';

/** A word of a command with its searchable text. */
export interface CommandWord {
  readonly word: InterpolatedText;
  /** With `UNKNOWN_PART` for each variable. */
  readonly text: string;
}

/** `NAME=value`. */
export interface Assignment {
  readonly name: PlacedText;
  readonly value: InterpolatedText;
}

/** Words ready to be looked at. */
export function commandWords(words: readonly InterpolatedText[]): CommandWord[] {
  return words.map(word => ({ word, text: visibleText(word).text }));
}

/** The word taken apart, when it is an assignment. */
export function assignmentOf({ word, text }: CommandWord): Assignment | undefined {
  const name = ASSIGNMENT.exec(text)?.[1];
  if (name === undefined) return undefined;
  const place = literalText(sliceInterpolated(word, 0, name.length));
  if (!place) return undefined;
  const valueStart = text.indexOf('=') + 1;
  return {
    name: slicePlaced(place, 0, name.length),
    value: sliceInterpolated(word, valueStart, text.length),
  };
}

const ASSIGNMENT = /^([A-Za-z_][A-Za-z0-9_]*)\+?=/;

/** The part of a word behind its first `length` characters. */
export function wordAfter({ word, text }: CommandWord, length: number): InterpolatedText {
  return sliceInterpolated(word, length, text.length);
}

/** The command that a word names: `/usr/bin/npm` is `npm`. */
export function commandName(word: CommandWord | undefined): string {
  if (!word) return '';
  return word.text.slice(word.text.lastIndexOf('/') + 1).replace(/\.(?:exe|cmd)$/, '');
}
