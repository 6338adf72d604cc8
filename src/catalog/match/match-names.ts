import type { Attribution } from '../../model/match.ts';
import type { PackageEntry } from '../compiled.ts';
import { hostOf, normaliseAddress } from '../names/address.ts';
import { normaliseName } from '../names/indicator-value.ts';
import { normalisePurl } from '../names/package-name.ts';
import { attributeIndicator, attributePackage, type IndicatorEntry } from './attribution.ts';
import { type MatchContext, type MatchQuery, type MatchResult, resultOf } from './match-context.ts';
import { matchImage } from './match-network.ts';

/** A package by its URL. */
export function matchPackage(context: MatchContext, query: MatchQuery): MatchResult {
  const entry = findPackage(context, query.purl ?? query.value);
  return resultOf(entry && attributePackage(entry));
}

/** The catalog's entry for a package URL, with its replacements. */
export function findPackage(context: MatchContext, purl: string): PackageEntry | undefined {
  const name = normalisePurl(purl);
  return name === undefined ? undefined : context.packages.find(name);
}

/** A name that is compared as it stands: backends, drivers, annotations, API groups, plug-ins, variables, commands. */
export function matchName(context: MatchContext, query: MatchQuery): MatchResult {
  const entry = context.indicators.find(query.kind, normaliseName(query.kind, query.value));
  return resultOf(entry && attributeIndicator(entry));
}

/** A step's action: by owner and name, or the image that a `docker://` step runs. */
export function matchAction(context: MatchContext, query: MatchQuery): MatchResult {
  const { value } = query;
  if (/^\.{1,2}\//.test(value)) return 'local';
  if (value.startsWith('docker://')) return matchImage(context, { ...query, kind: 'image' });
  const name = normaliseName('action', value);
  const entry = context.indicators.find('action', name);
  if (entry) return resultOf(attributeIndicator(entry));
  const action = findPackage(context, `pkg:githubactions/${name}`);
  return resultOf(action && attributePackage(action));
}

/** A chart: by its repository's address or its name. */
export function matchChart(context: MatchContext, query: MatchQuery): MatchResult {
  const { value } = query;
  if (/^\.{0,2}\/|^file:/.test(value)) return 'local';
  const name = normaliseName('chart', value);
  const entry = context.indicators.find('chart', name);
  if (entry) return resultOf(attributeIndicator(entry));
  const address = normaliseAddress(value);
  const host = hostOf(address);
  const hosted = host.includes('.')
    ? context.hosts.match({ host, path: address.slice(host.length), kind: 'chart', ecosystem: 'helm' })
    : undefined;
  if (hosted) return [hosted];
  const chart = findPackage(context, query.purl ?? `pkg:helm/${name}`);
  return resultOf(chart && attributePackage(chart));
}

/** A partition, or a resource name that begins with one (`arn:aws-cn:ec2:cn-north-1:…`) and can hold a region. */
export function matchPartition(context: MatchContext, query: MatchQuery): MatchResult {
  const entry = context.indicators.find('partition', normaliseName('partition', query.value));
  return resultOf(entry && attributePartition(context, query, entry));
}

/** Resource names have their region among the first fields (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html). */
function attributePartition(context: MatchContext, query: MatchQuery, entry: IndicatorEntry): Attribution {
  const fields = query.value.split(':', 5).filter(field => field.length >= 5);
  const hits = fields.map(field => context.regions.ofVendor(entry.group.vendor, field));
  return attributeIndicator(entry, { region: hits.find(hit => hit !== undefined)?.region });
}
