import { causeOf, type JudgedMatch, key } from './cause.ts';

/**
 * Finds the place that uses a region, for the place where it is only written: a file of parameters does not say what a
 * location is for, and the template that gets it does.
 */
export class UsedRegions {
  private readonly uses = new Map<string, JudgedMatch>();

  constructor(judged: readonly JudgedMatch[]) {
    const written = new Set(
      judged.filter(isOnlyWritten).map(({ match }) => placeKey(match, match.reference)),
    );
    if (written.size === 0) return;
    for (const use of judged) {
      if (use.match.reference.kind !== 'region' || isOnlyWritten(use)) continue;
      for (const step of use.match.resolved.trail) {
        const place = placeKey({ path: step.path, attribution: use.match.attribution }, step);
        if (written.has(place) && !this.uses.has(place)) this.uses.set(place, use);
      }
    }
  }

  /** @returns `undefined` when no place is known that uses it, or both follow from the same anyway. */
  find(each: JudgedMatch): JudgedMatch | undefined {
    if (this.uses.size === 0 || !isOnlyWritten(each)) return undefined;
    const use = this.uses.get(placeKey(each.match, each.match.reference));
    return use && causeOf(use) !== causeOf(each) ? use : undefined;
  }
}

/** Nothing but the setting's name says that it is a region. */
function isOnlyWritten({ match: { reference } }: JudgedMatch): boolean {
  const { kind, provider } = reference;
  return kind === 'region' && provider?.type === 'literal' && provider.value.startsWith('setting/');
}

function placeKey(
  { path, attribution }: Pick<JudgedMatch['match'], 'path' | 'attribution'>,
  { span }: Pick<JudgedMatch['match']['reference'], 'span'>,
): string {
  return key(attribution.vendor, path, String(span.start));
}
