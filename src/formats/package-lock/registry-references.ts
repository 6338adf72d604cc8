import type { Reference, ReferencePart } from '../../model/extraction.ts';
import type { PlacedText } from '../../parsers/placed-text.ts';
import { spanWithin } from '../../parsers/tree.ts';
import type { Span } from '../../text/span.ts';
import { hostOfUrl, isFromRegistry, registryEnd, type UrlHost, withoutQuery } from './fetched-url.ts';
import { type LockedPackage, nameOf } from './locked-package.ts';

/**
 * The hosts that packages were fetched from: one reference for each, every further place as one of its `repeats`. A
 * registry is a mirror of whatever npm's default is; a git server or a plain download is a host.
 */
export function registryReferences(fetched: readonly LockedPackage[], scope: string): Reference[] {
  const groups = new Map<string, { readonly reference: Reference; readonly repeats: Span[] }>();
  for (const locked of fetched) {
    const address = locked.resolved;
    const host = address && hostOfUrl(address.text);
    if (!address || !host) continue;
    const isMirror = isFromRegistry(address.text, nameOf(locked), locked.version);
    const key = isMirror ? `registry ${host.name}` : host.name;
    const group = groups.get(key);
    if (group) group.repeats.push(spanWithin(address, host.start, host.end));
    else groups.set(key, { reference: hostReference(address, host, isMirror, locked, scope), repeats: [] });
  }
  return [...groups.values()].map(({ reference, repeats }) => ({ repeats, ...reference }));
}

/** The hosts of a file from those of its parts: again one reference for each. */
export function joinHosts(parts: readonly ReferencePart[]): Reference[] {
  const groups = new Map<string, { readonly reference: Reference; readonly repeats: Span[] }>();
  for (const part of parts) {
    for (const each of part.references) {
      const reference = part.moved(each);
      const key = `${reference.kind} ${reference.structuralPath[1]}`;
      const group = groups.get(key);
      if (!group) groups.set(key, { reference, repeats: [...(reference.repeats ?? [])] });
      else for (const place of [reference.span, ...(reference.repeats ?? [])]) group.repeats.push(place);
    }
  }
  return [...groups.values()].map(({ reference, repeats }) => ({ ...reference, repeats }));
}

/** Of a registry the value ends where the package's own part begins, so that it does not depend on which comes first. */
function hostReference(
  address: PlacedText,
  host: UrlHost,
  isMirror: boolean,
  locked: LockedPackage,
  scope: string,
): Reference {
  // A name and password before the host stay in the file: the value is shown in reports.
  const start = isMirror && !host.hasUserInfo ? 0 : host.start;
  const end = isMirror ? registryEnd(address.text, host, nameOf(locked)) : withoutQuery(address.text).length;
  const value = address.text.slice(start, end);
  return {
    kind: isMirror ? 'mirror' : 'host',
    value: { type: 'literal', value, span: spanWithin(address, start, end) },
    span: spanWithin(address, host.start, host.end),
    structuralPath: ['resolved', host.name],
    scope,
    ...(isMirror ? { ecosystem: 'npm' } : {}),
  };
}
