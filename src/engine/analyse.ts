import type { MatchQuery } from '../catalog/match/match.ts';
import type { Expression, ResolvedValue } from '../model/expression.ts';
import type { Reference } from '../model/extraction.ts';
import type { ReferenceState } from '../model/finding.ts';
import type { Match } from '../model/match.ts';
import { type Place, Resolver } from '../resolve/resolve.ts';
import { Scopes } from '../resolve/scopes.ts';
import type { LoadedFile } from './load.ts';
import type { MatchMemory } from './match-memory.ts';

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
  matches: MatchMemory,
  isWanted: (path: string) => boolean = () => true,
): AnalysedReference[] {
  const resolver = new Resolver(new Scopes(files.map(file => [file.source.path, file.extraction])));
  const analysed: AnalysedReference[] = [];
  for (const file of files) {
    if (!isWanted(file.source.path)) continue;
    for (const reference of file.extraction.references) {
      analysed.push(analyseReference(file, reference, resolver, matches));
    }
  }
  return analysed;
}

function analyseReference(
  file: LoadedFile,
  reference: Reference,
  resolver: Resolver,
  memory: MatchMemory,
): AnalysedReference {
  const place = { scope: reference.scope, path: file.source.path };
  const { values, unknown } = resolver.resolve(reference.value, place);
  const providers = valuesOf(reference.provider, resolver, place);
  const provider = providers[0];
  const common = { file, reference, values, ...(provider === undefined ? {} : { provider }) };
  if (values.length === 0) {
    return { ...common, state: 'unresolved', reason: unknown ?? 'not-defined', matches: [] };
  }
  const regions = valuesOf(reference.region, resolver, place);
  const isCertain = values.length === 1 && unknown === undefined;
  const scopes = providers.length > 0 ? new Set(providers) : NO_PROVIDER;
  const matches: Match[] = [];
  let reason: string | undefined;
  for (const resolved of values) {
    for (const scope of scopes) {
      const answer = memory.placed(query(reference, resolved.value, scope), regions, isCertain);
      if (typeof answer === 'string') reason ??= answer;
      else
        for (const attribution of answer)
          matches.push({ reference, path: place.path, resolved, attribution });
    }
  }
  if (matches.length > 0) return { ...common, state: 'matched', matches };
  return { ...common, state: 'unmatched', reason: reason ?? 'not-in-catalog', matches };
}

const NO_PROVIDER: ReadonlySet<undefined> = new Set([undefined]);

const NOTHING: readonly string[] = [];

function valuesOf(expression: Expression | undefined, resolver: Resolver, place: Place): readonly string[] {
  return expression ? resolver.texts(expression, place) : NOTHING;
}

function query(reference: Reference, value: string, provider: string | undefined): MatchQuery {
  return {
    kind: reference.kind,
    value,
    provider,
    resourceType: reference.resourceType,
    purl: reference.package?.purl,
    ecosystem: reference.ecosystem,
  };
}
