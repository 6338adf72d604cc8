import type { MatchResult } from '../catalog/match/match.ts';
import type { Match } from '../model/match.ts';
import type { AnalysedReference } from './analyse.ts';

/** Asks again whom a value belongs to, with a vendor that is preferred where it may be several's. */
type Ask = (reference: AnalysedReference, match: Match, preferred: string) => MatchResult;

/** Of the vendors that share a region's id, the one that its file names otherwise goes first. */
export function settleSharedRegions(references: AnalysedReference[], ask: Ask): AnalysedReference[] {
  if (!references.some(({ matches }) => matches.some(isShared))) return references;
  const named = new Set<string>();
  for (const { matches } of references) {
    for (const match of matches) if (isUse(match)) named.add(match.attribution.vendor);
  }
  return references.map(each => {
    if (!each.matches.some(isShared)) return each;
    return { ...each, matches: each.matches.map(match => settled(each, match, named, ask)) };
  });
}

function settled(each: AnalysedReference, match: Match, named: ReadonlySet<string>, ask: Ask): Match {
  const { vendor, alternatives } = match.attribution;
  const [preferred, ...others] = [vendor, ...(alternatives ?? [])].filter(candidate => named.has(candidate));
  if (!alternatives || preferred === undefined || others.length > 0 || preferred === vendor) return match;
  const answer = ask(each, match, preferred);
  const [attribution] = typeof answer === 'string' ? [] : answer;
  return attribution ? { ...match, attribution } : match;
}

function isShared({ attribution }: Match): boolean {
  return attribution.alternatives !== undefined;
}

/** Code of a vendor, or a copy of others' that it keeps, says nothing of whose services are used. */
function isUse({ attribution: { alternatives, relationship } }: Match): boolean {
  return alternatives === undefined && relationship !== 'open-source' && relationship !== 'mirror';
}
