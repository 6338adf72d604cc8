import type { Facts } from '../model/facts.ts';
import type { Ruleset } from '../model/ruleset.ts';
import type { Wording } from './acts.ts';

/** What messages and explanations need besides the finding. */
export interface MessageContext extends Wording {
  readonly facts: Pick<Facts, 'vendor' | 'evidence'>;
  readonly ruleset: Pick<Ruleset, 'approved'>;
}
