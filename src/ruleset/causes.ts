import type { Reference } from '../model/extraction.ts';
import { belongsToProvider, causeByValue, causeOf, type JudgedMatch, key } from './cause.ts';
import { UsedRegions } from './used-regions.ts';
import { WrittenCauses } from './written-causes.ts';

/** One place of a finding. */
export interface Member extends JudgedMatch {
  /** It only uses a value that is flagged where it is written, or only holds one that is flagged where it is used. */
  readonly isUse: boolean;
}

/** Matches by what they follow from: each group is one finding. */
export function groupByCause(judged: readonly JudgedMatch[]): (readonly Member[])[] {
  const causes = new Map<string, Member[]>();
  const written = new WrittenCauses(judged);
  const used = new UsedRegions(judged);
  const configured = judged.some(each => each.generated) ? configuredCauses(judged) : NONE;
  const ofReference = new CausesOfReferences();
  for (const each of judged) {
    const whereWritten = written.find(each);
    const generated = each.generated ? causeOfGenerated(each, configured) : undefined;
    const use = used.find(each);
    const own = whereWritten ?? generated ?? causeOf(use ?? each);
    const isByValue = !belongsToProvider(each) && own === causeByValue(each);
    const cause = isByValue ? ofReference.join(each, own) : own;
    const { judgement } = use ?? each;
    const member = { isUse: whereWritten !== undefined || use !== undefined, ...each, judgement };
    const members = causes.get(cause);
    if (members) members.push(member);
    else causes.set(cause, [member]);
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
function configuredCauses(judged: readonly JudgedMatch[]): ReadonlyMap<string, string> {
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
function causeOfGenerated(each: JudgedMatch, configured: ReadonlyMap<string, string>): string | undefined {
  const { reference, attribution } = each.match;
  if (reference.resourceType === undefined) return undefined;
  if (reference.kind === 'resource') return configured.get(resourceTrace(each));
  return configured.get(valueTraceKey(each)) ?? key('provider', attribution.vendor, each.module);
}

function resourceTrace({ match: { reference } }: JudgedMatch): string {
  return key('resource', reference.scope, ...reference.structuralPath);
}

function valueTraceKey({ match, module }: JudgedMatch): string {
  return key('value', match.attribution.vendor, match.reference.kind, match.resolved.value, module);
}
