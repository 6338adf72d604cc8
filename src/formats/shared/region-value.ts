import type { Reference } from '../../model/extraction.ts';
import { type InterpolatedText, makeSlicer, visibleText } from '../../parsers/interpolation.ts';
import { UNKNOWN_PART } from '../../text/unknown-part.ts';
import { expressionOf, unknownVariable, type VariableLookUp } from './expressions.ts';
import { snakeCase } from './settings/setting-names.ts';
import type { Where } from './strings.ts';

/**
 * Can the value of a variable or an option be a region? One word, what a variable stands for, or a name as people say
 * it; no path, no address.
 * @param text with `UNKNOWN_PART` for what is not written out.
 */
export function isRegionText(text: string): boolean {
  return WORD.test(text) || isSpelledOut(text);
}

/** A region as people say it, with blanks: `China East 2`, `US East (N. Virginia)`, `west europe`. */
export function isSpelledOut(text: string): boolean {
  return CAPITALS.test(text) || (SMALL_LETTERS.test(text) && DIRECTION.test(text));
}

const CAPITALS = /^[A-Z][A-Za-z]*(?: (?:\(?[A-Z][A-Za-z]*\.?\)?|\d{1,2}))+$/;
const SMALL_LETTERS = /^[a-z]+(?: (?:[a-z]+|\d{1,2}))+$/;
/** Without one, several words are a list of regions, or no region at all. */
const DIRECTION = /(?:^| )(?:(?:north|south)?(?:east|west)|north|south|central)(?: |$)/;

const WORD = new RegExp(`^[\\w${UNKNOWN_PART}-]+$`);

/** The regions that a variable or an option holds: one, or each of a list with commas or blanks between them. */
export function regionsIn(value: InterpolatedText): InterpolatedText[] {
  const { text } = visibleText(value);
  if (isRegionText(text)) return [value];
  const slice = makeSlicer(value);
  return regionItems(text).map(({ start, end }) => slice(start, end));
}

/** Where the items of a list of regions stand; none of a text that holds anything else. */
export function regionItems(text: string): { readonly start: number; readonly end: number }[] {
  const items = [...text.matchAll(/[^\s,]+/g)];
  const isItem = /\s/.test(text) ? isRegionItem : isWord;
  if (!items.every(([item]) => isItem(item))) return [];
  return items.map(({ 0: item, index }) => ({ start: index, end: index + item.length }));
}

/** Among words with blanks between them, which can be anything, a region is one with a number or a hyphen. */
export function isRegionItem(word: string): boolean {
  return isWord(word) && ITEM.test(word);
}

function isWord(text: string): boolean {
  return WORD.test(text) && BEGINNING.test(text);
}

const ITEM = new RegExp(`[\\d${UNKNOWN_PART}-]`);
const BEGINNING = new RegExp(`^[A-Za-z${UNKNOWN_PART}]`);

/**
 * The region that a variable or an option holds.
 * @param holder what tells whose region it is, in a provider's place: `variable/AWS_REGION`, `command/aws`,
 *   `setting/aws.region`.
 */
export function regionReference(
  holder: string,
  value: InterpolatedText,
  where: Where,
  lookUp: VariableLookUp = unknownVariable,
): Reference {
  const { span } = value;
  const provider = { type: 'literal', value: holder, span } as const;
  return { kind: 'region', value: expressionOf(value, lookUp), span, ...where, provider };
}

/**
 * A separate part of a cloud that a setting names, such as `AWS_PARTITION`, `cloudName` or `azureEnvironment`.
 * @returns nothing where the name of the setting or its value says something else: `environment: staging`.
 */
export function partitionReference(
  key: string,
  value: InterpolatedText,
  where: Where,
  lookUp: VariableLookUp = unknownVariable,
): Reference | undefined {
  if (!isPartitionText(key, visibleText(value).text)) return undefined;
  return { kind: 'partition', value: expressionOf(value, lookUp), span: value.span, ...where };
}

/** Does the setting name such a part, by its own name and by the text that it holds? */
export function isPartitionText(key: string, text: string): boolean {
  return namesPartition(key) && PARTITION_VALUE.test(text);
}

/** Can the setting name a separate part of a cloud? */
export function namesPartition(key: string): boolean {
  return PARTITION_NAME.test(snakeCase(key));
}

const PARTITION_NAME = /(?:^|_)(?:partition|cloud|cloud_name|(?:cloud_)?environment(?:_type|_name)?)$/;
const PARTITION_VALUE = /^(?:[a-z]+(?:-[a-z]+)+|[A-Za-z]*[Cc]loud)$/;

/** The holder of a setting's region: the keys on the way to it, without the object that they are in (`Kind/name`). */
export function settingHolder(keys: readonly string[]): string {
  return `setting/${keys.slice(keys.findLastIndex(key => key.includes('/')) + 1).join('.')}`;
}
