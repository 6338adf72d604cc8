import { type Confidence, lessCertain, type ReferenceKind } from '../../model/vocabulary.ts';
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
  const provider = narrowHolder(context, query.provider);
  const isKnown = provider !== undefined && !provider.includes(UNKNOWN_PART);
  // Objects and modules of nobody's in particular say nothing of whose region it is.
  const isOwn = isKnown && (!isNamed(provider) || holderOf(context, provider) !== undefined);
  const own = isOwn ? matchOwn(context, query, provider) : undefined;
  // An S3 client's `AWS_REGION` may be a region of somebody else's who speaks the same protocol.
  if (own && (typeof own !== 'string' || !/^(?:variable|setting)\//.test(provider ?? ''))) return own;
  const [first, ...others] = withFirst(context.regions.ofAnyVendor(query.value), query.preferred);
  if (!first) return 'not-in-catalog';
  const attribution = attribute(context, query, first, others.length > 0 || own ? 'possible' : 'likely');
  return others.length === 0
    ? [attribution]
    : [{ ...attribution, alternatives: others.map(other => other.vendor) }];
}

/** The vendor's first, where all have it in one country: what is said of the place holds for the others too. */
function withFirst(hits: readonly RegionHit[], vendor: string | undefined): readonly RegionHit[] {
  const own = hits.find(hit => hit.vendor === vendor);
  if (!own || hits.some(({ region }) => region.country !== own.region.country)) return hits;
  return [own, ...hits.filter(hit => hit !== own)];
}

function matchOwn(context: MatchContext, query: MatchQuery, provider: string): MatchResult {
  const vendor = holderOf(context, provider)?.group.vendor;
  const hit = vendor === undefined ? undefined : context.regions.ofVendor(vendor, query.value);
  return resultOf(hit && attribute(context, query, hit, 'certain'));
}

/** An object of nobody's API in particular says by its settings whose region it is. */
function narrowHolder(context: MatchContext, provider: string | undefined): string | undefined {
  const setting = provider?.startsWith('api-group/') ? provider.indexOf('/setting/') : -1;
  if (provider === undefined || setting < 0) return provider;
  const group = provider.slice(0, setting);
  return holderOf(context, group) ? group : provider.slice(setting + 1);
}

/**
 * What else stands in a provider's place, with its kind: a state backend as `backend/oss`, a plug-in of another tool as
 * `plugin/amazon-ebs`, what a tool calls the cloud as `tool-provider/vault:awskms`, the environment variable that holds the
 * region as `variable/AWS_REGION`, the command that is told it as `command/aws`, the setting of an application as
 * `setting/spring.cloud.aws.region.static`, the API of an object as `api-group/s3.aws.upbound.io`, also with the setting:
 * `api-group/velero.io/setting/spec.config.region`.
 */
const HOLDERS: ReadonlyMap<string, ReferenceKind> = new Map([
  ['backend', 'backend'],
  ['plugin', 'plugin'],
  ['api-group', 'api-group'],
  ['variable', 'environment-variable'],
  ['command', 'command'],
  ['tool-provider', 'tool-provider'],
]);

function holderOf(context: MatchContext, provider: string) {
  const slash = provider.indexOf('/');
  if (provider.startsWith('setting/')) return holderOfSetting(context, provider.slice(slash + 1));
  const kind = HOLDERS.get(provider.slice(0, Math.max(slash, 0)));
  return kind
    ? context.indicators.find(kind, normaliseName(kind, provider.slice(slash + 1)))
    : context.findProvider(provider);
}

/**
 * A setting is the environment variable of its name, or of the end of its name
 * (https://docs.spring.io/spring-boot/reference/features/external-config.html#features.external-config.typesafe-configuration-properties.relaxed-binding.environment-variables).
 */
function holderOfSetting(context: MatchContext, name: string) {
  const words = name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '_').split(/[^A-Za-z0-9_]+/, MAX_SETTING_WORDS);
  const names = words.map((_, start) => words.slice(start).join('_').toUpperCase()).reverse();
  for (const each of names) {
    const entry = context.indicators.find('environment-variable', each);
    if (entry) return entry;
  }
  return undefined;
}

const MAX_SETTING_WORDS = 30;

function isNamed(provider: string): boolean {
  return /^(?:api-group|plugin|variable|command|setting)\//.test(provider);
}

function attribute(context: MatchContext, query: MatchQuery, hit: RegionHit, confidence: Confidence) {
  return attributeRegion(hit.vendor, hit.region, hit.by, {
    confidence: lessCertain(confidence, hit.region.confidence),
    role: context.roles.roleOf(hit.vendor, query.resourceType),
  });
}
