import type { ReferenceKind } from '../model/vocabulary.ts';
import { firstIndex } from '../text/ordered.ts';
import type { Span } from '../text/span.ts';
import { causeOf, type JudgedMatch } from './cause.ts';

/**
 * Finds the finding that a value has where it is written, for the places that only use it: an image in a chart's
 * values is one finding, and the templates that put it together are its occurrences. In one file a use of
 * another kind says more than the value (what is fetched from a host) and stays a finding.
 */
export class WrittenCauses {
  private readonly byPath = new Map<string, WrittenPlace[]>();

  constructor(judged: readonly JudgedMatch[]) {
    for (const each of judged) {
      const { reference, path } = each.match;
      if (!USED_KINDS.has(reference.kind)) continue;
      const place = { start: reference.span.start, written: each };
      const places = this.byPath.get(path);
      if (places) places.push(place);
      else this.byPath.set(path, [place]);
    }
    for (const places of this.byPath.values()) places.sort((a, b) => a.start - b.start);
  }

  /** @returns `undefined` when the match is no use, or its value is not flagged where it is written. */
  find(use: JudgedMatch, depth = 0): string | undefined {
    const { resolved, reference } = use.match;
    if (!USING_KINDS.has(reference.kind) || depth > MAX_DEPTH) return undefined;
    for (const { path, span } of resolved.trail) {
      const written = this.writtenWithin(path, span, use);
      // What is written there may itself use what is written elsewhere.
      if (written) return this.find(written, depth + 1) ?? causeOf(written);
    }
    return undefined;
  }

  private writtenWithin(path: string, { start, end }: Span, use: JudgedMatch): JudgedMatch | undefined {
    const places = this.byPath.get(path) ?? [];
    for (let index = firstIndex(places, place => place.start >= start); index < places.length; index++) {
      const place = places[index];
      if (!place || place.start > end) return undefined;
      if (isMeant(place.written, use)) return place.written;
    }
    return undefined;
  }
}

/** In one file a use of another kind says more than the value: what is fetched from a host. */
function isMeant({ match: written }: JudgedMatch, { match: use }: JudgedMatch): boolean {
  const isSameFile = written.path === use.path;
  const isItself = isSameFile && written.reference.span.start === use.reference.span.start;
  const isSameKind = written.reference.kind === use.reference.kind && use.reference.kind !== 'host';
  const isAllowed = !isSameFile || isSameKind;
  return !isItself && isAllowed && written.attribution.vendor === use.attribution.vendor;
}

/** Values that are made of values that are made of …: more than people write. */
const MAX_DEPTH = 8;

interface WrittenPlace {
  readonly start: number;
  readonly written: JudgedMatch;
}

/** Kinds that stand on their own, each value for itself. */
const USED_KINDS: ReadonlySet<ReferenceKind> = new Set<ReferenceKind>(['image', 'host', 'mirror', 'chart']);
/** A mirror can have a fix of its own where it is set. */
const USING_KINDS: ReadonlySet<ReferenceKind> = new Set<ReferenceKind>(['image', 'host', 'chart']);
