/** What a value of a field is chosen from. */
export type WordList =
  | 'audience'
  | 'bundled'
  | 'concern'
  | 'country'
  | 'kind'
  | 'match'
  | 'preset'
  | 'region'
  | 'relationship'
  | 'repositoryExceptions'
  | 'role'
  | 'rule'
  | 'severity'
  | 'ruleSeverity'
  | 'suppressions'
  | 'vendor';

/** One property of a ruleset file. */
export interface Field {
  readonly value: 'text' | 'texts' | 'object' | 'objects' | 'boolean' | 'number';
  readonly words?: WordList;
  /** The names of the object's properties, when people choose them. */
  readonly keys?: WordList | 'anything';
}

/**
 * The properties of a ruleset file by their path, without the positions in lists; those of an organisation's own vendors
 * are not among them. A test compares them with the schema.
 */
export const FIELDS = {
  $schema: { value: 'text' },
  name: { value: 'text' },
  version: { value: 'text' },
  expires: { value: 'text' },
  extends: { value: 'texts', words: 'bundled' },
  audience: { value: 'texts', words: 'audience' },
  preset: { value: 'text', words: 'preset' },
  approved: { value: 'object' },
  'approved.vendors': { value: 'texts', words: 'vendor' },
  'approved.regions': { value: 'object', keys: 'vendor', words: 'region' },
  'approved.registries': { value: 'object', keys: 'anything' },
  'approved.sources': { value: 'texts' },
  'approved.prefer': { value: 'texts', words: 'vendor' },
  rules: { value: 'objects' },
  'rules.id': { value: 'text' },
  'rules.description': { value: 'text' },
  'rules.when': { value: 'object' },
  'rules.when.vendors': { value: 'texts', words: 'vendor' },
  'rules.when.jurisdictions': { value: 'texts', words: 'country' },
  'rules.when.jurisdictionsExcept': { value: 'texts', words: 'country' },
  'rules.when.locations': { value: 'texts', words: 'country' },
  'rules.when.locationsExcept': { value: 'texts', words: 'country' },
  'rules.when.regions': { value: 'texts', words: 'region' },
  'rules.when.operators': { value: 'texts' },
  'rules.when.relationships': { value: 'texts', words: 'relationship' },
  'rules.when.concerns': { value: 'texts', words: 'concern' },
  'rules.when.kinds': { value: 'texts', words: 'kind' },
  'rules.when.roles': { value: 'texts', words: 'role' },
  'rules.when.paths': { value: 'texts' },
  'rules.when.approved': { value: 'boolean' },
  'rules.severity': { value: 'text', words: 'ruleSeverity' },
  'rules.atLeast': { value: 'text', words: 'severity' },
  'rules.locked': { value: 'boolean' },
  replacements: { value: 'objects' },
  'replacements.from': { value: 'text' },
  'replacements.to': { value: 'text' },
  'replacements.note': { value: 'text' },
  suppressions: { value: 'text', words: 'suppressions' },
  exceptions: { value: 'objects' },
  'exceptions.match': { value: 'text', words: 'match' },
  'exceptions.paths': { value: 'texts' },
  'exceptions.reason': { value: 'text' },
  'exceptions.approvedBy': { value: 'text' },
  'exceptions.ticket': { value: 'text' },
  'exceptions.expires': { value: 'text' },
  repositoryExceptions: { value: 'text', words: 'repositoryExceptions' },
  vendors: { value: 'objects' },
  tests: { value: 'objects' },
  'tests.name': { value: 'text' },
  'tests.rule': { value: 'text', words: 'rule' },
  'tests.file': { value: 'text' },
  'tests.text': { value: 'texts' },
  'tests.finds': { value: 'objects' },
  'tests.finds.severity': { value: 'text', words: 'severity' },
  'tests.finds.value': { value: 'text' },
  'tests.finds.vendor': { value: 'text', words: 'vendor' },
  'tests.finds.line': { value: 'number' },
} as const satisfies Readonly<Record<string, Field>>;

export type FieldName = keyof typeof FIELDS;

/** The field of that name; `undefined` when there is none. */
export function fieldOf(name: string): Field | undefined {
  return isFieldName(name) ? FIELDS[name] : undefined;
}

export function isFieldName(name: string): name is FieldName {
  return Object.hasOwn(FIELDS, name);
}

/** The fields of an object; of the file itself for `''`. */
export function fieldsIn(object: string): FieldName[] {
  const prefix = object === '' ? '' : `${object}.`;
  const names = Object.keys(FIELDS).filter(isFieldName);
  return names.filter(name => name.startsWith(prefix) && !name.slice(prefix.length).includes('.'));
}
