import type { ReferenceKind } from '../../model/vocabulary.ts';
import type { CompiledCatalog, PackageEntry } from '../compiled.ts';
import { MatchContext, type MatchQuery, type MatchResult } from './match-context.ts';
import {
  findPackage,
  matchAction,
  matchChart,
  matchName,
  matchPackage,
  matchPartition,
} from './match-names.ts';
import { matchHost, matchImage } from './match-network.ts';
import { matchRegion } from './match-region.ts';
import { matchModule, matchProvider, matchResource } from './match-terraform.ts';

export type { MatchQuery, MatchResult } from './match-context.ts';

/** Says whom of the catalog a value belongs to. */
export interface Matcher {
  /** Never throws, whatever the value holds. */
  match(query: MatchQuery): MatchResult;
  /** The catalog's entry for a package URL, with or without version. */
  packageEntry(purl: string): PackageEntry | undefined;
}

/** A matcher over `compiled`. Its indices are made when a value of their kind is first asked for. */
export function createMatcher(compiled: CompiledCatalog): Matcher {
  const context = new MatchContext(compiled);
  return {
    match: query => (isTooLong(query) ? 'not-in-catalog' : MATCH_BY_KIND[query.kind](context, query)),
    packageEntry: purl => findPackage(context, purl),
  };
}

type MatchKind = (context: MatchContext, query: MatchQuery) => MatchResult;

const MATCH_BY_KIND: Readonly<Record<ReferenceKind, MatchKind>> = {
  provider: matchProvider,
  resource: matchResource,
  'data-source': matchResource,
  module: matchModule,
  backend: matchName,
  region: matchRegion,
  partition: matchPartition,
  image: matchImage,
  package: matchPackage,
  mirror: matchHost,
  host: matchHost,
  action: matchAction,
  chart: matchChart,
  plugin: matchName,
  'api-group': matchName,
  annotation: matchName,
  driver: matchName,
  'environment-variable': matchName,
  command: matchName,
  'tool-provider': matchName,
};

/** Names are short; only a text with hosts in it can be long. */
const MAX_NAME_LENGTH = 4096;

function isTooLong(query: MatchQuery): boolean {
  return query.value.length > MAX_NAME_LENGTH && query.kind !== 'host' && query.kind !== 'mirror';
}
