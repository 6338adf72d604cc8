import type { en } from './en/index.ts';

/** The name of a text. */
export type MessageKey = keyof typeof en;

/** A topic's texts in another language: the same keys as in English. */
export type Said<English> = Readonly<Record<keyof English, string>>;

/** All texts of one language. */
export type Messages = Said<typeof en>;

/** A key that has a text for one and a text for several. */
export type CountedKey = MessageKey extends infer Key
  ? Key extends `${infer Base}.other`
    ? Base
    : never
  : never;

/** The names in braces of a text. */
type Placeholder<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholder<Rest>
  : never;

/** What must be filled into the text of a key. */
export type PlaceholdersOf<Key extends MessageKey> = Placeholder<(typeof en)[Key]>;

/** What a text's placeholders are filled with. A key without placeholders takes nothing. */
export type ValuesOf<Key extends MessageKey, Value> = [PlaceholdersOf<Key>] extends [never]
  ? []
  : [values: Readonly<Record<PlaceholdersOf<Key>, Value>>];
