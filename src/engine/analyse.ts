import type { Matcher } from '../catalog/match.ts';
import type { Resolution, ResolvedValue } from '../model/expression.ts';
import type { Reference } from '../model/extraction.ts';
import type { ReferenceState } from '../model/finding.ts';
import type { Attribution, Match } from '../model/match.ts';
import type { Confidence, ReferenceKind } from '../model/vocabulary.ts';
import { Resolver } from '../resolve/resolve.ts';
import { Scopes } from '../resolve/scopes.ts';
import type { LoadedFile } from './load.ts';

/** A reference with what it resolved to and whom it belongs to. */
export interface AnalysedReference {
  readonly file: LoadedFile;
  readonly reference: Reference;
  readonly state: ReferenceState;
  /** Why it is unmatched or unresolved. */
  readonly reason?: string;
  readonly values: readonly ResolvedValue[];
  /** The source address of the provider in scope, when one is known. */
  readonly provider?: string;
  readonly matches: readonly Match[];
}

/**
 * Resolves and matches every reference of files that were loaded together.
 * @param isWanted whether a file's references are asked for; the others only give values to these
 */
export function analyse(
  files: readonly LoadedFile[],
  matcher: Matcher,
  isWanted: (path: string) => boolean = () => true,
): AnalysedReference[] {
  const resolver = new Resolver(new Scopes(files.map(file => [file.source.path, file.extraction])));
  const ask = remembering(matcher);
  return files
    .filter(file => isWanted(file.source.path))
    .flatMap(file =>
      file.extraction.references.map(reference => analyseReference(file, reference, resolver, ask)),
    );
}

function analyseReference(
  file: LoadedFile,
  reference: Reference,
  resolver: Resolver,
  ask: Matcher['match'],
): AnalysedReference {
  const place = { scope: reference.scope, path: file.source.path };
  const resolution = resolver.resolve(reference.value, place);
  const providers = reference.provider ? resolver.resolve(reference.provider, place).values : [];
  const provider = providers[0]?.value;
  const common = {
    file,
    reference,
    values: resolution.values,
    ...(provider === undefined ? {} : { provider }),
  };
  if (resolution.values.length === 0) {
    return { ...common, state: 'unresolved', reason: resolution.unknown ?? 'not-defined', matches: [] };
  }
  const regions = reference.region ? resolver.resolve(reference.region, place).values : [];
  const answers = resolution.values.flatMap(resolved =>
    oneOrMore(providers.map(each => each.value)).map(scope => ({
      resolved,
      scope,
      answer: ask(query(reference, resolved, scope)),
    })),
  );
  const matches = answers.flatMap(({ resolved, scope, answer }) =>
    typeof answer === 'string'
      ? []
      : answer
          .flatMap(attribution => placed(attribution, placesOf(regions, scope, ask)))
          .map(attribution => toMatch(file, reference, resolution, resolved, attribution)),
  );
  if (matches.length > 0) return { ...common, state: 'matched', matches };
  const reason = answers.map(({ answer }) => answer).find(answer => typeof answer === 'string');
  return { ...common, state: 'unmatched', reason: reason ?? 'not-in-catalog', matches };
}

/** Sixty resources of one type ask the same: the names of a vocabulary are looked up once each. */
function remembering(matcher: Matcher): Matcher['match'] {
  const known = new Map<string, ReturnType<Matcher['match']>>();
  return asked => {
    if (!REPEATED_KINDS.has(asked.kind)) return matcher.match(asked);
    const key = `${asked.kind}\n${asked.value}\n${asked.provider}\n${asked.resourceType}`;
    const answer = known.get(key) ?? matcher.match(asked);
    known.set(key, answer);
    return answer;
  };
}

const REPEATED_KINDS: ReadonlySet<ReferenceKind> = new Set<ReferenceKind>([
  'provider',
  'resource',
  'data-source',
  'region',
  'api-group',
  'annotation',
  'environment-variable',
]);

function oneOrMore(providers: readonly string[]): readonly (string | undefined)[] {
  return providers.length > 0 ? [...new Set(providers)] : [undefined];
}

/** What the catalog says about the regions that a resource can be in. */
function placesOf(
  regions: readonly ResolvedValue[],
  provider: string | undefined,
  ask: Matcher['match'],
): Attribution[] {
  if (provider === undefined) return [];
  return regions.flatMap(({ value }) => {
    const answer = ask({ kind: 'region', value, provider });
    return typeof answer === 'string' ? [] : answer;
  });
}

/** The attribution once for each place; as it is when no place is known or it names one itself. */
function placed(attribution: Attribution, places: readonly Attribution[]): Attribution[] {
  if (attribution.location !== undefined || places.length === 0) return [attribution];
  return places.map(({ region, location, city, operator }) => ({
    ...attribution,
    ...(region === undefined ? {} : { region }),
    ...(location === undefined ? {} : { location }),
    ...(city === undefined ? {} : { city }),
    ...(operator === undefined ? {} : { operator }),
    ...(places.length > 1 && attribution.confidence === 'certain' ? { confidence: 'likely' as const } : {}),
  }));
}

function query(reference: Reference, resolved: ResolvedValue, provider: string | undefined) {
  return {
    kind: reference.kind,
    value: resolved.value,
    ...(provider === undefined ? {} : { provider }),
    ...(reference.resourceType === undefined ? {} : { resourceType: reference.resourceType }),
    ...(reference.package === undefined ? {} : { purl: reference.package.purl }),
    ...(reference.ecosystem === undefined ? {} : { ecosystem: reference.ecosystem }),
  };
}

/** One of several possible values is likely at best. */
function toMatch(
  file: LoadedFile,
  reference: Reference,
  resolution: Resolution,
  resolved: ResolvedValue,
  attribution: Attribution,
): Match {
  const single = resolution.values.length === 1 && resolution.unknown === undefined;
  const confidence: Confidence =
    !single && attribution.confidence === 'certain' ? 'likely' : attribution.confidence;
  return { reference, path: file.source.path, resolved, attribution: { ...attribution, confidence } };
}
