import type { Attribution } from '../../model/match.ts';
import { findHosts } from '../../text/hosts.ts';
import { hostOf, normaliseAddress } from '../names/address.ts';
import { DOCKER_HUB, parseImageName } from '../names/image-name.ts';
import { attributePackage } from './attribution.ts';
import type { HostQuery } from './host-matcher.ts';
import { type MatchContext, type MatchQuery, type MatchResult, resultOf } from './match-context.ts';

/** The hosts in a text: one attribution for each that belongs to somebody. */
export function matchHost(context: MatchContext, query: MatchQuery): MatchResult {
  const attributions = new Map<string, Attribution>();
  let isDescribed = false;
  for (const { host, path } of hostsIn(query.value)) {
    if (query.kind === 'host' && context.hosts.isDocumentation({ host, path })) {
      isDescribed = true;
      continue;
    }
    const attribution = context.hosts.match({ host, path, ...circumstances(context, query) });
    if (attribution) attributions.set(JSON.stringify(attribution), attribution);
  }
  if (attributions.size > 0) return [...attributions.values()];
  return isDescribed ? 'documentation' : 'not-in-catalog';
}

/** An image by its registry and repository; what is on Docker Hub, by its name there. */
export function matchImage(context: MatchContext, query: MatchQuery): MatchResult {
  if (query.value.trim() === 'scratch') return 'builtin';
  const { registry, repository } = parseImageName(query.value);
  const path = repository === '' ? '' : `/${repository}`;
  const attribution = context.hosts.match({
    host: registry,
    path,
    ...circumstances(context, query),
    ecosystem: query.ecosystem ?? 'docker',
  });
  if (attribution || registry !== DOCKER_HUB) return resultOf(attribution);
  const entry =
    context.packages.find(`pkg:docker/${repository}`) ?? context.packages.find(`pkg:oci/${repository}`);
  return resultOf(entry && attributePackage(entry));
}

function circumstances(context: MatchContext, query: MatchQuery): Omit<HostQuery, 'host' | 'path'> {
  return {
    kind: query.kind,
    ecosystem: query.ecosystem,
    roleIn: vendor => context.roles.roleOf(vendor, query.resourceType),
  };
}

/** A name under a top-level domain that running text does not show as a host (`cr.yandex`) counts when it is all there is. */
function hostsIn(text: string): { readonly host: string; readonly path: string }[] {
  const mentions = findHosts(text);
  if (mentions.length > 0) {
    return mentions.map(({ host, path }) => ({
      host,
      path: normaliseAddress(host + path).slice(host.length),
    }));
  }
  const isAddress = text.includes('.') && !/\s|^[^/]*@/.test(text);
  if (!isAddress) return [];
  const address = normaliseAddress(text);
  const host = hostOf(address);
  return [{ host, path: address.slice(host.length) }];
}
