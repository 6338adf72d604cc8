import { CONFIDENCES, type Confidence, type ReferenceKind } from '../../model/vocabulary.ts';
import { UNKNOWN_PART } from '../../text/unknown-part.ts';
import { normaliseName } from '../names/indicator-value.ts';
import { attributeRegion } from './attribution.ts';
import { type MatchContext, type MatchQuery, type MatchResult, resultOf } from './match-context.ts';
import type { RegionHit } from './region-index.ts';

/**
 * A region or zone id. With a provider in scope it can only be that provider's; without one it can be anybody's
 * who has it, the less certain the more there are.
 */
export function matchRegion(context: MatchContext, query: MatchQuery): MatchResult {
  const { provider } = query;
  const isKnown = provider !== undefined && !provider.includes(UNKNOWN_PART);
  // Objects and modules of nobody's in particular say nothing of whose region it is.
  if (isKnown && (!isNamed(provider) || holderOf(context, provider)))
    return matchOwn(context, query, provider);
  const [first, ...others] = context.regions.ofAnyVendor(query.value);
  if (!first) return 'not-in-catalog';
  const attribution = attribute(context, query, first, others.length > 0 ? 'possible' : 'likely');
  return others.length === 0
    ? [attribution]
    : [{ ...attribution, alternatives: others.map(other => other.vendor) }];
}

function matchOwn(context: MatchContext, query: MatchQuery, provider: string): MatchResult {
  const vendor = holderOf(context, provider)?.group.vendor;
  const hit = vendor === undefined ? undefined : context.regions.ofVendor(vendor, query.value);
  return resultOf(hit && attribute(context, query, hit, 'certain'));
}

/**
 * What else stands in a provider's place, with its kind: a state backend as `backend/oss`, a plug-in of another tool as
 * `plugin/amazon-ebs`, the API of an object as `api-group/s3.aws.upbound.io`, the environment variable that holds the
 * region as `variable/AWS_REGION`, the command that is told it as `command/aws`.
 */
const HOLDERS: ReadonlyMap<string, ReferenceKind> = new Map([
  ['backend', 'backend'],
  ['plugin', 'plugin'],
  ['api-group', 'api-group'],
  ['variable', 'environment-variable'],
  ['command', 'command'],
]);

function holderOf(context: MatchContext, provider: string) {
  const slash = provider.indexOf('/');
  const kind = HOLDERS.get(provider.slice(0, Math.max(slash, 0)));
  return kind
    ? context.indicators.find(kind, normaliseName(kind, provider.slice(slash + 1)))
    : context.findProvider(provider);
}

function isNamed(provider: string): boolean {
  return /^(?:api-group|plugin|variable|command)\//.test(provider);
}

function attribute(context: MatchContext, query: MatchQuery, hit: RegionHit, confidence: Confidence) {
  return attributeRegion(hit.vendor, hit.region, hit.by, {
    confidence: lower(confidence, hit.region.confidence),
    role: context.roles.roleOf(hit.vendor, query.resourceType),
  });
}

function lower(a: Confidence, b: Confidence): Confidence {
  return CONFIDENCES.indexOf(a) > CONFIDENCES.indexOf(b) ? a : b;
}
