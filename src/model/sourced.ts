import * as v from 'valibot';
import type { MessageKey } from '../words/keys.ts';
import { DaySchema } from './vocabulary.ts';

/** A text of the catalog. */
export const text = v.pipe(v.string(), v.nonEmpty('data.no-text' satisfies MessageKey));

/** Where a fact was read and on which day. */
export const sourced = {
  /** A page (URL), `owner/name@commit:path` of a public repository, or `npm:name@version`. */
  source: text,
  date: DaySchema,
};
