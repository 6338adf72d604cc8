import type { MatchQuery } from '../catalog/match/match.ts';
import type { Expression, ResolvedValue } from '../model/expression.ts';
import type { Reference } from '../model/extraction.ts';
import type { ReferenceReason, ReferenceState } from '../model/finding.ts';
import type { Match } from '../model/match.ts';
import type { Problem } from '../model/problem.ts';
import { lessCertain } from '../model/vocabulary.ts';
import { type Place, Resolver, type Texts } from '../resolve/resolve.ts';
import { Scopes } from '../resolve/scopes.ts';
import { TableUses } from '../resolve/table-uses.ts';
import { compareSpans } from '../text/span.ts';
import { addressesIn } from './addresses.ts';
import { BuiltPackages } from './built-packages.ts';
import type { LoadedFile } from './load.ts';
import type { MatchMemory } from './match-memory.ts';
import { settleSharedRegions } from './shared-regions.ts';
import { type Step, tooSlow } from './time-limit.ts';

/** A reference with what it resolved to and whom it belongs to. */
export interface AnalysedReference {
  readonly file: LoadedFile;
  readonly reference: Reference;
  readonly state: ReferenceState;
  /** Why it is unmatched or unresolved. */
  readonly reason?: ReferenceReason;
  readonly values: readonly ResolvedValue[];
  /** The source address of the provider in scope, when one is known. */
  readonly provider?: string | undefined;
  readonly matches: readonly Match[];
}

/** What is asked of an analysis. */
export interface AnalysisOptions {
  readonly matches: MatchMemory;
  /** Whether a file's references are asked for; the others only give values to these. */
  readonly isWanted?: ((path: string) => boolean) | undefined;
  /** References that belong to nobody may be left out. */
  readonly matchesOnly?: boolean;
}

/** The references of files that were loaded together, resolved and matched by the steps, one for each file. */
export class Analysis {
  readonly steps: readonly Step[];
  /** One for each file whose values took too long. */
  readonly problems: Problem[] = [];
  private readonly byFile: (readonly AnalysedReference[])[];
  private joined: readonly AnalysedReference[] | undefined;

  constructor(
    files: readonly LoadedFile[],
    { matches, isWanted = () => true, matchesOnly = false }: AnalysisOptions,
  ) {
    let names: Names | undefined;
    const built = new BuiltPackages(files);
    const wanted = files.filter(file => isWanted(file.source.path));
    this.byFile = wanted.map(() => []);
    this.steps = wanted.map((file, index) => ({
      path: file.source.path,
      length: file.source.text.length,
      work: () => {
        names ??= namesOf(files);
        const common = names;
        const analyse = (each: Reference) => analyseReference(file, each, common, matches);
        const asked = matchesOnly ? matchedInParts(file, analyse, matches) : undefined;
        const analysed = (asked ?? file.extraction.references).map(each =>
          built.has(each, file) ? analyse(each) : unbuilt(file, each),
        );
        this.byFile[index] = settleSharedRegions(analysed, ({ reference, provider }, match, preferred) => {
          const { resolved, attribution } = match;
          const again = { ...query(reference, resolved.value, provider), preferred };
          return matches.placed(again, NOTHING, attribution.confidence);
        });
      },
      stopped: milliseconds => {
        this.byFile[index] = file.extraction.references.map(each => unanalysed(file, each));
        this.problems.push(tooSlow(file.source.path, milliseconds));
        // What was known so far may be damaged.
        names = undefined;
      },
    }));
  }

  /** All of them, once the steps were done. */
  get references(): readonly AnalysedReference[] {
    this.joined ??= this.byFile.flat();
    return this.joined;
  }
}

/** Those of a file in parts that may belong to somebody, in their order. */
function matchedInParts(
  { extraction: { parts } }: LoadedFile,
  analyse: (reference: Reference) => AnalysedReference,
  memory: MatchMemory,
): Reference[] | undefined {
  const isMatched = (reference: Reference) => !isPlain(reference) || analyse(reference).matches.length > 0;
  return parts
    ?.flatMap(part => memory.matchedOf(part.references, isMatched).map(each => part.moved(each)))
    .sort((a, b) => compareSpans(a.span, b.span));
}

/** Whom it belongs to depends on nothing else in the files. */
function isPlain({ value, provider, region }: Reference): boolean {
  return value.type === 'literal' && !provider && !region;
}

/** What the names in files that were loaded together stand for. */
interface Names {
  readonly resolver: Resolver;
  readonly tables: TableUses;
}

function namesOf(loaded: readonly LoadedFile[]): Names {
  const files = loaded.map(file => [file.source.path, file.extraction] as const);
  const resolver = new Resolver(new Scopes(files));
  return { resolver, tables: new TableUses(files, resolver) };
}

/** A reference of a file whose values took too long. */
function unanalysed(file: LoadedFile, reference: Reference): AnalysedReference {
  return { file, reference, state: 'unresolved', reason: 'too-slow', values: [], matches: [] };
}

/** A reference to a package that nothing needs. */
function unbuilt(file: LoadedFile, reference: Reference): AnalysedReference {
  return { file, reference, state: 'unmatched', reason: 'not-built', values: [], matches: [] };
}

function analyseReference(
  file: LoadedFile,
  reference: Reference,
  { resolver, tables }: Names,
  memory: MatchMemory,
): AnalysedReference {
  const place = { scope: reference.scope, path: file.source.path };
  const { values: resolved, unknown } = resolver.resolve(reference.value, place);
  const values = reference.kind === 'mirror' ? addressesIn(resolved) : resolved;
  const providers = valuesOf(reference.provider, resolver, place).texts;
  const provider = providers[0];
  if (values.length === 0) {
    return {
      file,
      reference,
      state: 'unresolved',
      reason: unknown ?? 'not-defined',
      values,
      provider,
      matches: [],
    };
  }
  const regions = valuesOf(reference.region, resolver, place);
  const isOnly = resolved.length === 1 && unknown === undefined;
  const { conditions } = reference;
  const isOpen = conditions !== undefined && !resolver.isTaken(conditions, place);
  const used = isOpen ? 'possible' : tables.confidenceAt(place.path, reference.span);
  const atBest = isOnly ? used : lessCertain(used, 'likely');
  const scopes = providers.length > 1 ? new Set(providers) : [provider];
  const path = place.path;
  let matches: readonly Match[] = [];
  let reason: ReferenceReason | undefined;
  for (const named of values) {
    for (const scope of scopes) {
      const asked = query(reference, named.value, scope);
      const answer = memory.placed(asked, regions, named.isOpen ? 'possible' : atBest);
      if (typeof answer === 'string') reason ??= answer;
      // Values are few, and every reference keeps its list: it is as long as it must be.
      else
        matches = [
          ...matches,
          ...answer.map(attribution => ({ reference, path, resolved: named, attribution })),
        ];
    }
  }
  if (matches.length > 0) return { file, reference, state: 'matched', values, provider, matches };
  return {
    file,
    reference,
    state: 'unmatched',
    reason: reason ?? 'not-in-catalog',
    values,
    provider,
    matches,
  };
}

const NOTHING: Texts = { texts: [], open: [] };

function valuesOf(expression: Expression | undefined, resolver: Resolver, place: Place): Texts {
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
