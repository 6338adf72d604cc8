import type { Reference } from '../model/extraction.ts';
import type { Match } from '../model/match.ts';
import { DATA_BEARING_ROLES, type ReferenceKind } from '../model/vocabulary.ts';
import type { Location } from '../text/span.ts';
import type { Judgement } from './judge.ts';

/** A flagged match and what grouping needs to know of its surroundings. */
export interface JudgedMatch {
  readonly match: Match;
  readonly judgement: Judgement;
  /** The module that the file is part of. */
  readonly module: string;
  /** The file is written by a tool: it is the place of a finding only when nothing else is. */
  readonly generated: boolean;
  /** Lockfile-only packages: the chain of names, and the manifest line that brings them in. */
  readonly via?: { readonly names: readonly string[]; readonly at?: Location };
}

/** Matches by what they follow from: each group is one finding. */
export function groupByCause(judged: readonly JudgedMatch[]): (readonly JudgedMatch[])[] {
  const causes = new Map<string, JudgedMatch[]>();
  const written = judged.some(each => each.generated) ? writtenCauses(judged) : NONE;
  const ofReference = new CausesOfReferences();
  for (const each of judged) {
    const own = (each.generated ? causeOfGenerated(each, written) : undefined) ?? causeOf(each);
    const key = own === causeByValue(each) ? ofReference.join(each, own) : own;
    const members = causes.get(key);
    if (members) members.push(each);
    else causes.set(key, [each]);
  }
  return [...causes.values()];
}

const NONE: ReadonlyMap<string, string> = new Map();

/** One place that can have several values of a vendor is one finding, not one for each value. */
class CausesOfReferences {
  private readonly first = new Map<Reference, Map<string, string>>();

  /** The cause of the first value that the reference had of this vendor. */
  join({ match: { reference, attribution } }: JudgedMatch, cause: string): string {
    const causes = this.first.get(reference) ?? new Map<string, string>();
    const known = causes.get(attribution.vendor);
    if (known !== undefined) return known;
    causes.set(attribution.vendor, cause);
    this.first.set(reference, causes);
    return cause;
  }
}

/** The causes of what a person wrote, by what a tool would write of it. */
function writtenCauses(judged: readonly JudgedMatch[]): ReadonlyMap<string, string> {
  const causes = new Map<string, string>();
  for (const each of judged) {
    if (each.generated) continue;
    for (const trace of [resourceTrace(each), valueTraceKey(each)]) {
      if (!causes.has(trace)) causes.set(trace, causeOf(each));
    }
  }
  return causes;
}

/**
 * What a tool wrote down of a resource, such as a state or a plan, follows from the resource's configuration, else
 * from the same value in the module, else from the vendor's provider.
 */
function causeOfGenerated(each: JudgedMatch, written: ReadonlyMap<string, string>): string | undefined {
  const { reference, attribution } = each.match;
  if (reference.resourceType === undefined) return undefined;
  if (reference.kind === 'resource') return written.get(resourceTrace(each));
  return written.get(valueTraceKey(each)) ?? key('provider', attribution.vendor, each.module);
}

function resourceTrace({ match: { reference } }: JudgedMatch): string {
  return key('resource', reference.scope, ...reference.structuralPath);
}

function valueTraceKey({ match, module }: JudgedMatch): string {
  return key('value', match.attribution.vendor, match.reference.kind, match.resolved.value, module);
}

/** What follows from one decision: a provider and all that is built on it, one package, one image, one host. */
function causeOf({ match, judgement, module, generated }: JudgedMatch): string {
  const { attribution, reference, path } = match;
  const { vendor, role, unlisted } = attribution;
  if (unlisted)
    return key(
      'unlisted',
      BELONGS_TO_PROVIDER.has(reference.kind) ? 'provider' : reference.kind,
      unlisted.group,
      module,
    );
  if (reference.kind === 'resource' && role !== undefined && DATA_BEARING_ROLES.has(role)) {
    return key('resource', path, ...reference.structuralPath);
  }
  const isPlaceAlone = !judgement.vendorFlagged && attribution.location !== undefined;
  if (isPlaceAlone && FOLLOWS_FROM_PLACE.has(reference.kind)) {
    return key('place', vendor, attribution.region ?? attribution.location ?? '', module);
  }
  if (BELONGS_TO_PROVIDER.has(reference.kind)) return key('provider', vendor, module);
  if (reference.package)
    return key('package', vendor, reference.package.purl.replace(/@[^@/]*$/, ''), module);
  const lockedMirror = generated && attribution.relationship === 'mirror';
  if (lockedMirror || ONE_PER_FILE.has(reference.kind)) return key(reference.kind, vendor, path);
  return causeByValue({ match });
}

/** The same text in a file is one decision. */
function causeByValue({ match }: Pick<JudgedMatch, 'match'>): string {
  return key(match.reference.kind, match.attribution.vendor, match.resolved.value, match.path);
}

function key(...parts: readonly string[]): string {
  return parts.join('\n');
}

const BELONGS_TO_PROVIDER: ReadonlySet<ReferenceKind> = new Set<ReferenceKind>([
  'provider',
  'plugin',
  'resource',
  'data-source',
  'region',
]);

/** What an approved vendor's region in a flagged place brings with it. */
const FOLLOWS_FROM_PLACE: ReadonlySet<ReferenceKind> = new Set<ReferenceKind>([
  ...BELONGS_TO_PROVIDER,
  'partition',
]);

/** Names of which a file has many for one decision. */
const ONE_PER_FILE: ReadonlySet<ReferenceKind> = new Set<ReferenceKind>([
  'annotation',
  'api-group',
  'environment-variable',
]);
