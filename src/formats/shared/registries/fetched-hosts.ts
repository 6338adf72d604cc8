import type { Reference } from '../../../model/extraction.ts';
import type { PlacedText } from '../../../parsers/placed-text.ts';
import { spanWithin } from '../../../parsers/tree.ts';
import type { Span } from '../../../text/span.ts';
import { hostOfUrl, type UrlHost, withoutQuery } from '../../package-lock/fetched-url.ts';

/** The registry that an address belongs to. */
export interface FetchedFrom {
  readonly ecosystem: string;
  /** Where the registry's own part of the address ends; the whole address when absent. */
  readonly end?: number;
}

/**
 * Collects the hosts that a lockfile's packages were fetched from: one reference for each, every further place as one
 * of its `repeats`. A registry is a mirror of the tool's default; a git server or a plain download is a host.
 */
export class FetchedHosts {
  private readonly scope: string;
  private readonly groups = new Map<string, { readonly reference: Reference; readonly repeats: Span[] }>();

  constructor(scope: string) {
    this.scope = scope;
  }

  /** @param registry absent for an address that is none of a registry. */
  add(address: PlacedText, registry?: FetchedFrom): void {
    const host = hostOfUrl(address.text);
    if (!host) return;
    const key = registry ? `${registry.ecosystem} ${host.name}` : host.name;
    const group = this.groups.get(key);
    if (group) group.repeats.push(spanWithin(address, host.start, host.end));
    else this.groups.set(key, { reference: this.reference(address, host, registry), repeats: [] });
  }

  references(): Reference[] {
    return [...this.groups.values()].map(({ reference, repeats }) => ({ repeats, ...reference }));
  }

  private reference(address: PlacedText, host: UrlHost, registry: FetchedFrom | undefined): Reference {
    // A name and password before the host stay in the file: the value is shown in reports.
    const start = registry && !host.hasUserInfo ? 0 : host.start;
    const end = Math.min(registry?.end ?? address.text.length, withoutQuery(address.text).length);
    return {
      kind: registry ? 'mirror' : 'host',
      value: {
        type: 'literal',
        value: address.text.slice(start, end),
        span: spanWithin(address, start, end),
      },
      span: spanWithin(address, host.start, host.end),
      structuralPath: ['resolved', host.name],
      scope: this.scope,
      ...(registry ? { ecosystem: registry.ecosystem } : {}),
    };
  }
}

/** The offset after the host's slash: what is left of an address whose path is about one file. */
export function endOfHost(url: string): number {
  const host = hostOfUrl(url);
  const slash = host ? url.indexOf('/', host.end) : -1;
  return slash < 0 ? url.length : slash + 1;
}
