import type { Matcher, MatchQuery, MatchResult } from '../catalog/match/match.ts';
import type { Reference } from '../model/extraction.ts';
import type { Attribution } from '../model/match.ts';
import { type Confidence, lessCertain } from '../model/vocabulary.ts';
import type { Texts } from '../resolve/resolve.ts';

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
   * @param atBest how sure it is that the reference has this value
   */
  placed(query: MatchQuery, regions: Texts, atBest: Confidence): MatchResult {
    const key = `${atBest}\n${regions.open.join()}\n${regions.texts.join()}\n${keyOf(query)}`;
    const known = this.placedAnswers.get(key);
    if (known) return known;
    const answer = this.placedAnew(query, regions, atBest);
    this.remember(this.placedAnswers, key, answer);
    return answer;
  }

  /** Those of a part's references that `isMatched` says yes to; asked once for each part. */
  matchedOf(part: readonly Reference[], isMatched: (reference: Reference) => boolean): readonly Reference[] {
    const matched = this.matchedParts.get(part) ?? part.filter(isMatched);
    this.matchedParts.set(part, matched);
    return matched;
  }

  private placedAnew(query: MatchQuery, regions: Texts, atBest: Confidence): MatchResult {
    const answer = this.ask(query);
    if (typeof answer === 'string') return answer;
    const places = this.placesOf(regions, query.provider);
    return answer
      .flatMap(attribution => placedIn(attribution, places))
      .map(attribution => lowered(attribution, atBest));
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
  private placesOf({ texts, open }: Texts, provider: string | undefined): Place[] {
    if (provider === undefined) return [];
    const ofSeveral: Confidence = texts.length > 1 ? 'likely' : 'certain';
    return texts.flatMap(value => {
      const answer = this.ask({ kind: 'region', value, provider });
      const atBest = open.includes(value) ? 'possible' : ofSeveral;
      return typeof answer === 'string' ? [] : answer.map(region => ({ region, atBest }));
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

function keyOf({ kind, value, provider, resourceType, purl, ecosystem, preferred }: MatchQuery): string {
  return `${kind}\n${value}\n${provider}\n${resourceType}\n${purl}\n${ecosystem}\n${preferred}`;
}

/** A region that a resource can be in, and how sure that is at best: the catalog need not know the others. */
interface Place {
  readonly region: Attribution;
  readonly atBest: Confidence;
}

/** The attribution once for each place; as it is when no place is known or it names one itself. */
function placedIn(attribution: Attribution, places: readonly Place[]): Attribution[] {
  if (attribution.location !== undefined || places.length === 0) return [attribution];
  return places.map(({ region: { region, location, city, operator }, atBest }) => {
    const placed = {
      ...attribution,
      ...(region === undefined ? {} : { region }),
      ...(location === undefined ? {} : { location }),
      ...(city === undefined ? {} : { city }),
      ...(operator === undefined ? {} : { operator }),
    };
    return lowered(placed, atBest);
  });
}

function lowered(attribution: Attribution, atBest: Confidence): Attribution {
  const confidence = lessCertain(attribution.confidence, atBest);
  return confidence === attribution.confidence ? attribution : { ...attribution, confidence };
}
