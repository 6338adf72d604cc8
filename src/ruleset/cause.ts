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

/** What follows from one decision: a provider and all that is built on it, one package, one image, one host. */
export function causeOf({ match, judgement, module, generated }: JudgedMatch): string {
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
  const isHeld = reference.kind === 'region' && attribution.confidence === 'certain';
  const holder = isHeld ? causeOfHolder(providerOf(reference), vendor, path) : undefined;
  if (holder !== undefined) return holder;
  if (BELONGS_TO_PROVIDER.has(reference.kind)) return key('provider', vendor, module);
  if (reference.package)
    return key('package', vendor, reference.package.purl.replace(/@[^@/]*$/, ''), module);
  // A chart and its lock file name the same.
  if (reference.kind === 'chart') return key('chart', vendor, match.resolved.value, module);
  const lockedMirror = generated && attribution.relationship === 'mirror';
  if (lockedMirror || ONE_PER_FILE.has(reference.kind)) return key(reference.kind, vendor, path);
  return causeByValue({ match });
}

/** The same text in a file is one decision. */
export function causeByValue({ match }: Pick<JudgedMatch, 'match'>): string {
  return key(match.reference.kind, match.attribution.vendor, match.resolved.value, match.path);
}

/** A region belongs to what names its vendor there: the API of its object, the variable, the command. */
function causeOfHolder(provider: string, vendor: string, path: string): string | undefined {
  const [, kind, name = ''] = /^(api-group|variable|command)\/(.+)$/s.exec(provider) ?? [];
  if (kind === 'api-group') return key('api-group', vendor, path);
  if (kind === 'variable') return key('environment-variable', vendor, path);
  return kind && key('command', vendor, name, path);
}

function providerOf({ provider }: JudgedMatch['match']['reference']): string {
  return provider?.type === 'literal' ? provider.value : '';
}

/** One text of several parts, to compare causes by. */
export function key(...parts: readonly string[]): string {
  return parts.join('\n');
}

/** Whether it follows from the choice of a provider, and from no value. */
export function belongsToProvider({ match }: JudgedMatch): boolean {
  return BELONGS_TO_PROVIDER.has(match.reference.kind);
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
