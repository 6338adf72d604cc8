import type { Audience } from '../model/vocabulary.ts';

/** An organisation of the key's kind is also bound by what binds the listed kinds. */
const IMPLIED: Readonly<Partial<Record<Audience, readonly Audience[]>>> = {
  'us-defense-contractor': ['us-federal-contractor', 'us'],
  'us-federal-contractor': ['us'],
  'us-federal-agency': ['us'],
  'us-state-TX': ['us'],
  'financial-eu': ['eu'],
};

/** All audiences that an organisation with the stated ones belongs to. */
export function expandAudience(stated: readonly Audience[]): ReadonlySet<Audience> {
  return new Set(stated.flatMap(audience => [audience, ...(IMPLIED[audience] ?? [])]));
}
