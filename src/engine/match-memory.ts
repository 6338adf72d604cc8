import type { Matcher, MatchQuery, MatchResult } from '../catalog/match/match.ts';
import type { Reference } from '../model/extraction.ts';
import type { Attribution } from '../model/match.ts';

/**
 * Asks the catalog, and remembers: sixty resources of one type ask the same, and in an editor nearly everything is
 * asked again after each key. Equal questions have the very same answer, so that what follows from it can be
 * remembered by it.
 */
export class MatchMemory {
  private readonly matcher: Matcher;
  private readonly answers = new Map<string, MatchResult>();
  private readonly placedAnswers = new Map<string, MatchResult>();
  private readonly matchedParts = new WeakMap<readonly Reference[], readonly Reference[]>();
  private knownLength = 0;

  constructor(matcher: Matcher) {
    this.matcher = matcher;
  }

  /**
   * Whom the value belongs to, once for each place that it can be in.
   * @param regions the region ids that the resource can be in
   * @param isCertain whether the reference has this value and no other: one of several is likely at best
   */
  placed(query: MatchQuery, regions: readonly string[], isCertain: boolean): MatchResult {
    const key = `${isCertain}\n${regions.join()}\n${keyOf(query)}`;
    const known = this.placedAnswers.get(key);
    if (known) return known;
    const answer = this.placedAnew(query, regions, isCertain);
    this.remember(this.placedAnswers, key, answer);
    return answer;
  }

  /** Those of a part's references that `isMatched` says yes to; asked once for each part. */
  matchedOf(part: readonly Reference[], isMatched: (reference: Reference) => boolean): readonly Reference[] {
    const matched = this.matchedParts.get(part) ?? part.filter(isMatched);
    this.matchedParts.set(part, matched);
    return matched;
  }

  private placedAnew(query: MatchQuery, regions: readonly string[], isCertain: boolean): MatchResult {
    const answer = this.ask(query);
    if (typeof answer === 'string') return answer;
    const places = this.placesOf(regions, query.provider);
    const placed = answer.flatMap(attribution => placedIn(attribution, places));
    return isCertain ? placed : placed.map(likelyAtBest);
  }

  private ask(query: MatchQuery): MatchResult {
    const key = keyOf(query);
    const known = this.answers.get(key);
    if (known) return known;
    const answer = this.matcher.match(query);
    this.remember(this.answers, key, answer);
    return answer;
  }

  /** What the catalog says about the regions that a resource can be in. */
  private placesOf(regions: readonly string[], provider: string | undefined): Attribution[] {
    if (provider === undefined) return [];
    return regions.flatMap(value => {
      const answer = this.ask({ kind: 'region', value, provider });
      return typeof answer === 'string' ? [] : answer;
    });
  }

  private remember(answers: Map<string, MatchResult>, key: string, answer: MatchResult): void {
    this.knownLength += key.length;
    if (this.knownLength > MAX_LENGTH) {
      this.answers.clear();
      this.placedAnswers.clear();
      this.knownLength = key.length;
    }
    answers.set(key, answer);
  }
}

/** Of all keys, in UTF-16 code units: what some very large files ask. */
const MAX_LENGTH = 4_000_000;

function keyOf({ kind, value, provider, resourceType, purl, ecosystem }: MatchQuery): string {
  return `${kind}\n${value}\n${provider}\n${resourceType}\n${purl}\n${ecosystem}`;
}

/** The attribution once for each place; as it is when no place is known or it names one itself. */
function placedIn(attribution: Attribution, places: readonly Attribution[]): Attribution[] {
  if (attribution.location !== undefined || places.length === 0) return [attribution];
  return places.map(({ region, location, city, operator }) => {
    const placed = {
      ...attribution,
      ...(region === undefined ? {} : { region }),
      ...(location === undefined ? {} : { location }),
      ...(city === undefined ? {} : { city }),
      ...(operator === undefined ? {} : { operator }),
    };
    return places.length > 1 ? likelyAtBest(placed) : placed;
  });
}

function likelyAtBest(attribution: Attribution): Attribution {
  return attribution.confidence === 'certain' ? { ...attribution, confidence: 'likely' } : attribution;
}
