import type { InterpolatedText } from '../../../parsers/interpolation.ts';
import { type CommandWord, wordAfter } from './command-words.ts';

/** A word that is an option's or a setting's value, or holds one. */
export interface OptionValue {
  /** As it is written: `--registry`, `global.index-url`. */
  readonly name: string;
  readonly value: InterpolatedText;
  /** The word's index. */
  readonly index: number;
}

/** The values of options for which `isWanted` holds: `--name value`, `--name=value`, `-n value`. */
export function optionValues(
  words: readonly CommandWord[],
  isWanted: (name: string) => boolean,
): OptionValue[] {
  return words.flatMap(({ text }, index): OptionValue[] => {
    if (!text.startsWith('-')) return [];
    return valueBehind(words, index, isWanted);
  });
}

/** The values of settings for which `isWanted` holds: `name value`, `name=value`. */
export function settingValues(
  words: readonly CommandWord[],
  isWanted: (name: string) => boolean,
): OptionValue[] {
  return words.flatMap(({ text }, index): OptionValue[] => {
    if (text.startsWith('-')) return [];
    return valueBehind(words, index, isWanted);
  });
}

function valueBehind(
  words: readonly CommandWord[],
  index: number,
  isWanted: (name: string) => boolean,
): OptionValue[] {
  const word = words[index];
  if (!word) return [];
  const equals = word.text.indexOf('=');
  const name = equals < 0 ? word.text : word.text.slice(0, equals);
  if (!isWanted(name)) return [];
  if (equals >= 0) return [{ name, value: wordAfter(word, equals + 1), index }];
  const next = words[index + 1];
  return next ? [{ name, value: next.word, index: index + 1 }] : [];
}
