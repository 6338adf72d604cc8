import { hostOf } from '../names/address.ts';
import { normaliseName } from '../names/indicator-value.ts';
import { isBuiltinProvider, normaliseProvider, parseModuleSource } from '../names/terraform-address.ts';
import { attributeIndicator, type IndicatorEntry } from './attribution.ts';
import { type MatchContext, type MatchQuery, type MatchResult, resultOf } from './match-context.ts';

/** A provider by its source address. */
export function matchProvider(context: MatchContext, query: MatchQuery): MatchResult {
  if (isBuiltinProvider(normaliseProvider(query.value))) return 'builtin';
  const entry = context.findProvider(query.value);
  return resultOf(entry && attributeIndicator(entry));
}

/** A resource or data source: it belongs to its provider's vendor if that is known, else to its type's. */
export function matchResource(context: MatchContext, query: MatchQuery): MatchResult {
  const type = normaliseName('resource', query.value);
  const own = query.kind === 'data-source' ? context.indicators.find('data-source', type) : undefined;
  const entry = context.findProvider(query.provider) ?? own ?? context.indicators.find('resource', type);
  return resultOf(
    entry && attributeIndicator(entry, { role: context.roles.roleOf(entry.group.vendor, type) }),
  );
}

/** A module by its source address: a registry's naming rules hold for registry addresses only. */
export function matchModule(context: MatchContext, query: MatchQuery): MatchResult {
  const source = parseModuleSource(query.value);
  if (source.type === 'local') return 'local';
  const entry =
    source.type === 'registry'
      ? context.indicators.find('module', source.address)
      : findRepository(context, source.address);
  if (entry) return resultOf(attributeIndicator(entry));
  const host = hostOf(source.address);
  const path = source.address.slice(host.length);
  return resultOf(host.includes('.') ? context.hosts.match({ host, path, kind: 'module' }) : undefined);
}

/** `terraform-alicloud-modules/…` is a registry namespace and therefore also the name of its owner on the code host. */
function findRepository(context: MatchContext, address: string): IndicatorEntry | undefined {
  const path = address.slice(hostOf(address).length + 1);
  for (const name of [address, path]) {
    const entry = context.indicators.find('module', name);
    // A repository may be called `alicloud` by anybody.
    if (entry && entry.match !== 'suffix') return entry;
  }
  return undefined;
}
