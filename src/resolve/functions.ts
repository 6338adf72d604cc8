import { UNKNOWN_PART } from '../model/expression.ts';
import {
  type CollectionValue,
  MAX_LENGTH,
  MAX_VALUES,
  type TextValue,
  unionOf,
  unknownSet,
  type Value,
  type ValueSet,
} from './value.ts';

/**
 * The pure functions that give names and endpoints their form, from Terraform's built-ins
 * (https://developer.hashicorp.com/terraform/language/functions) and the CloudFormation intrinsics of the same
 * meaning. A function that is not here makes its value unknown.
 */
export type PureFunction = (inputs: readonly ValueSet[]) => ValueSet;

export function pureFunction(name: string): PureFunction | undefined {
  return FUNCTIONS.get(name);
}

/** Joins one value of each part in every combination; an unknown part is `UNKNOWN_PART`. */
export function concatenate(parts: readonly ValueSet[]): ValueSet {
  return combine(parts.map(withUnknownPart), texts => texts.join(''));
}

const FUNCTIONS = new Map<string, PureFunction>([
  [
    'format',
    ([pattern, ...inputs]) => combine([pattern ?? EMPTY, ...inputs.map(withUnknownPart)], formatText),
  ],
  ['join', ([separator, list]) => combine([separator ?? EMPTY, joinable(list)], joinItems)],
  ['joingiven', inputs => combine(inputs.map(withUnknownPart), joinGiven)],
  ['lower', ([text]) => mapText(text, value => value.toLowerCase())],
  ['upper', ([text]) => mapText(text, value => value.toUpperCase())],
  ['trimspace', ([text]) => mapText(text, value => value.trim())],
  ['trim', ([text]) => mapText(text, value => value.trim())],
  ['chomp', ([text]) => mapText(text, value => value.replace(/(?<![\r\n])[\r\n]+$/, ''))],
  [
    'trimsuffix',
    inputs =>
      combine(inputs, ([text = '', end = '']) =>
        end && text.endsWith(end) ? text.slice(0, -end.length) : text,
      ),
  ],
  [
    'trimprefix',
    inputs =>
      combine(inputs, ([text = '', start = '']) =>
        text.startsWith(start) ? text.slice(start.length) : text,
      ),
  ],
  ['replace', inputs => replaceText(inputs)],
  ['coalesce', inputs => unionOf(inputs)],
  ['firstgiven', inputs => firstGiven(inputs)],
  ['try', inputs => unionOf(inputs)],
  ['tostring', ([only]) => only ?? EMPTY],
  ['tolist', ([only]) => only ?? EMPTY],
  ['toset', ([only]) => only ?? EMPTY],
  ['tomap', ([only]) => only ?? EMPTY],
  ['sensitive', ([only]) => only ?? EMPTY],
  ['nonsensitive', ([only]) => only ?? EMPTY],
  ['one', ([list]) => anyItem(list)],
  ['element', ([list, index]) => memberOf(list, index)],
  ['lookup', ([map, key, otherwise]) => lookup(map, key, otherwise)],
  ['concat', inputs => mergeCollections(inputs)],
  ['merge', inputs => mergeCollections(inputs)],
  ['flatten', ([list]) => list ?? EMPTY],
  ['distinct', ([list]) => list ?? EMPTY],
  ['compact', ([list]) => list ?? EMPTY],
  ['values', ([map]) => map ?? EMPTY],
  ['keys', ([map]) => keysOf(map)],
  ['slice', ([list]) => list ?? EMPTY],
  ['split', ([separator, text]) => split(separator, text)],
  ['jsonencode', ([value]) => value ?? EMPTY],
  ['yamlencode', ([value]) => value ?? EMPTY],
]);

const EMPTY: ValueSet = { values: [] };

/**
 * The items that `key` selects. With a key that is not known any item is possible; without one all are meant, as in a
 * loop.
 */
export function memberOf(collection: ValueSet | undefined, key: ValueSet | undefined): ValueSet {
  if (!collection) return EMPTY;
  const keys = new Set(key ? textsIn(key) : []);
  const isKnown = key !== undefined && key.unknown === undefined && keys.size > 0;
  const found = collection.values.flatMap(value =>
    value.kind === 'collection' ? selectItems(value, isKnown ? keys : undefined) : [],
  );
  const isOpen = key !== undefined && !isKnown && found.length > 1;
  const items = found.map(item => (isOpen && !keys.has(item.key) ? asOpen(item.values) : item.values));
  const missing = found.length === 0 ? unknownSet(collection.unknown ?? 'not-defined') : EMPTY;
  return unionOf([...items, missing, collection.unknown ? unknownSet(collection.unknown) : EMPTY]);
}

/** A parameter's allowed values are a list of what it can be. */
function textsIn({ values }: ValueSet): string[] {
  return values.flatMap(value =>
    value.kind === 'text' ? [value.text] : value.items.flatMap(item => textsIn(item.values)),
  );
}

interface Selected {
  readonly key: string;
  readonly values: ValueSet;
}

function selectItems(collection: CollectionValue, wanted: ReadonlySet<string> | undefined): Selected[] {
  return collection.items.flatMap((item, index) => {
    const key = item.key ?? String(index);
    const isSelected = !wanted || key === UNKNOWN_PART || wanted.has(key);
    return isSelected ? [{ key, values: underTrail(item.values, collection) }] : [];
  });
}

/** Marks what is selected by something that is not known. */
export function asOpen(set: ValueSet): ValueSet {
  return { ...set, values: set.values.map(value => ({ ...value, isOpen: true })) };
}

/** The collection was reached through variables: its items were too. What is in one entry of a table is as open as that. */
function underTrail(set: ValueSet, { trail, isOpen }: CollectionValue): ValueSet {
  const given = isOpen ? asOpen(set) : set;
  if (trail.length === 0) return given;
  return { ...given, values: given.values.map(value => ({ ...value, trail: [...trail, ...value.trail] })) };
}

/**
 * The first input that is not empty, as Helm's `default` and `coalesce` have it: a later one counts only as far as
 * those before it can be empty. A name that nothing defines is empty.
 */
function firstGiven(inputs: readonly ValueSet[]): ValueSet {
  const given: ValueSet[] = [];
  for (const { values, unknown } of inputs) {
    const notEmpty = values.filter(value => value.kind !== 'text' || value.text !== '');
    given.push(
      unknown === undefined || unknown === 'not-defined'
        ? { values: notEmpty }
        : { values: notEmpty, unknown },
    );
    if (unknown === undefined && notEmpty.length > 0 && notEmpty.length === values.length) break;
  }
  const found = unionOf(given);
  return found.values.length > 0 || found.unknown !== undefined
    ? found
    : { values: [{ kind: 'text', text: '', trail: [] }] };
}

/** A map's keys; the elements of a list or set, as `for_each` over one has them. */
function keysOf(map: ValueSet | undefined): ValueSet {
  if (!map) return EMPTY;
  const items = map.values.flatMap(value =>
    value.kind === 'collection' ? value.items.map(item => keyOf(item, value)) : [],
  );
  const keys: Value = { kind: 'collection', items: items.map(values => ({ values })), trail: [] };
  return map.unknown === undefined ? { values: [keys] } : { values: [keys], unknown: map.unknown };
}

function keyOf({ key, values }: CollectionValue['items'][number], { trail }: CollectionValue): ValueSet {
  if (key === undefined) return values;
  return key === UNKNOWN_PART
    ? unknownSet('unsupported-expression')
    : { values: [{ kind: 'text', text: key, trail }] };
}

/** A list for each text that the input can be. */
function split(separator: ValueSet | undefined, text: ValueSet | undefined): ValueSet {
  const [by] = separator?.values ?? [];
  if (!text || by?.kind !== 'text') return unknownSet('unsupported-function');
  const lists = text.values.flatMap((value): Value[] => {
    if (value.kind !== 'text') return [];
    const parts = value.text.split(by.text, MAX_VALUES);
    const items = parts.map(part => ({
      values: { values: [{ kind: 'text' as const, text: part, trail: value.trail }] },
    }));
    return [{ kind: 'collection', items, trail: [] }];
  });
  return text.unknown === undefined ? { values: lists } : { values: lists, unknown: text.unknown };
}

function anyItem(list: ValueSet | undefined): ValueSet {
  return memberOf(list, undefined);
}

function lookup(
  map: ValueSet | undefined,
  key: ValueSet | undefined,
  otherwise: ValueSet | undefined,
): ValueSet {
  const found = memberOf(map, key);
  if (found.values.length > 0 || !otherwise) return found;
  return otherwise;
}

function mergeCollections(inputs: readonly ValueSet[]): ValueSet {
  const items = inputs.flatMap(input =>
    input.values.flatMap(value => (value.kind === 'collection' ? value.items : [])),
  );
  const unknown = inputs.find(input => input.unknown)?.unknown;
  const merged: Value = { kind: 'collection', items: items.slice(0, 1000), trail: [] };
  return unknown === undefined ? { values: [merged] } : { values: [merged], unknown };
}

/** Terraform's `%s`, `%d`, `%v`, `%q`, `%%` (https://developer.hashicorp.com/terraform/language/functions/format). */
function formatText([pattern = '', ...inputs]: readonly string[]): string {
  let next = 0;
  return pattern.replace(/%(%|[-+# ]{0,9}\d{0,9}(?:\.\d{1,9})?[a-zA-Z])/g, (_verb, kind: string) =>
    kind === '%' ? '%' : (inputs[next++] ?? UNKNOWN_PART),
  );
}

/** `replace` with a literal needle; a `/regular expression/` is not run: it comes from the repository. */
function replaceText(inputs: readonly ValueSet[]): ValueSet {
  const needles = inputs[1]?.values ?? [];
  if (needles.some(value => value.kind === 'text' && /^\/.*\/$/s.test(value.text)))
    return unknownSet('unsupported-function');
  return combine(inputs, ([text = '', needle = '', by = '']) =>
    needle ? text.split(needle).join(by) : text,
  );
}

/** A list as one text per item, separated by a character that no value holds. */
function joinable(list: ValueSet | undefined): ValueSet {
  if (!list) return EMPTY;
  const joined = list.values.flatMap(value => (value.kind === 'collection' ? [joinedItems(value)] : []));
  return joined.length > 0 ? unionOf(joined) : unknownSet(list.unknown ?? 'unsupported-expression');
}

function joinedItems(list: CollectionValue): ValueSet {
  return combine(
    list.items.map(item => withUnknownPart(item.values)),
    texts => texts.join(ITEM_SEPARATOR),
  );
}

const ITEM_SEPARATOR = '\u0001';

function joinItems([separator = '', list = '']: readonly string[]): string {
  return list.split(ITEM_SEPARATOR).join(separator);
}

/** Joins what is not empty. */
function joinGiven([separator = '', ...texts]: readonly string[]): string {
  return texts.filter(text => text !== '').join(separator);
}

function mapText(set: ValueSet | undefined, change: (text: string) => string): ValueSet {
  return combine([set ?? EMPTY], ([text = '']) => change(text));
}

function withUnknownPart(set: ValueSet): ValueSet {
  const hasOne = set.values.some(value => value.kind === 'text' && value.text.includes(UNKNOWN_PART));
  if (set.unknown === undefined || hasOne) return set;
  const part: TextValue = { kind: 'text', text: UNKNOWN_PART, trail: [] };
  return { values: [...set.values, part], unknown: set.unknown };
}

/**
 * Applies `join` to every combination of one text per input, up to `MAX_VALUES` of them. What would be longer than any
 * name is not made: a few lines that each say the one before twice are more than there is memory.
 */
function combine(inputs: readonly ValueSet[], join: (texts: readonly string[]) => string): ValueSet {
  let rows: TextValue[][] = [[]];
  for (const input of inputs) {
    const texts = input.values.filter(value => value.kind === 'text');
    rows = rows.flatMap(row => texts.map(text => [...row, text])).slice(0, MAX_VALUES);
  }
  const short = rows.filter(isShort);
  const joined = short.map(row => joinedValue(row, join(row.map(value => value.text))));
  const values = joined.filter(value => value.text.length <= MAX_LENGTH);
  const given = inputs.find(input => input.unknown)?.unknown;
  const unknown = given ?? (values.length < rows.length ? 'too-many-values' : undefined);
  if (values.length === 0) return unknownSet(unknown ?? 'unsupported-expression');
  return unknown === undefined ? { values } : { values, unknown };
}

/** More steps to a value than anybody would follow. */
const MAX_STEPS = 1000;

function isShort(row: readonly TextValue[]): boolean {
  let [length, steps] = [0, 0];
  for (const { text, trail } of row) {
    length += text.length;
    steps += trail.length;
  }
  return length <= MAX_LENGTH && steps <= MAX_STEPS;
}

function joinedValue(row: readonly TextValue[], text: string): TextValue {
  const [only] = row;
  if (row.length === 1 && only && only.text === text) return only;
  const joined = { kind: 'text', text, trail: row.flatMap(value => value.trail) } as const;
  return row.some(value => value.isOpen) ? { ...joined, isOpen: true } : joined;
}
