import type { ResolvedValue } from '../model/expression.ts';
import { findHosts } from '../text/hosts.ts';

/**
 * What a setting names that redirects downloads. It can list several addresses and words besides, as GOPROXY does: each
 * address is a value of its own. A value without an address stays what it is.
 */
export function addressesIn(values: readonly ResolvedValue[]): readonly ResolvedValue[] {
  return values.some(({ value }) => SEPARATOR.test(value)) ? values.flatMap(addressesOf) : values;
}

function addressesOf(resolved: ResolvedValue): ResolvedValue[] {
  const addresses = resolved.value.split(SEPARATOR).filter(part => findHosts(part).length > 0);
  return addresses.length > 0 ? addresses.map(value => ({ value, ...whereFrom(resolved) })) : [resolved];
}

function whereFrom({ value: _, ...where }: ResolvedValue): Omit<ResolvedValue, 'value'> {
  return where;
}

/** What stands between addresses, and quotes around them. */
const SEPARATOR = /[\s,|"';]/;
