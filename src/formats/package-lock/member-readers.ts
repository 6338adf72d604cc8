import type { JsonToken } from '../../parsers/json-token.ts';
import { type Span, span } from '../../text/span.ts';
import type { LockedPackage } from './locked-package.ts';

/** Reads the scalar members that all lockfile versions share into `locked`. */
export function readScalar(locked: LockedPackage, name: string, token: JsonToken): void {
  if (name === 'link') locked.isLink = token.type === 'boolean' && token.decoded() === 'true';
  if (token.type !== 'string') return;
  if (name === 'version') readVersion(locked, token);
  else if (name === 'name') locked.ownName = token.decoded();
  else if (name === 'resolved') locked.resolved = token.scalar();
}

/** Version 1 has the address of a git or URL package as its version, and an alias as `npm:name@version`. */
function readVersion(locked: LockedPackage, token: JsonToken): void {
  const value = token.decoded();
  const alias = value.startsWith('npm:') ? /^npm:(.[^@]*)@(.*)$/.exec(value) : undefined;
  if (alias) locked.ownName = alias[1] ?? '';
  locked.version = alias?.[2] ?? versionOfTarball(value, locked.folder) ?? value;
  if (value.includes('://')) locked.resolved ??= token.scalar();
}

/** The first lockfiles have the tarball at the registry as version: `https://…/-/name-1.0.0.tgz`. */
function versionOfTarball(address: string, folder: string): string | undefined {
  const at = address.lastIndexOf('/-/');
  const start = `${folder.slice(folder.lastIndexOf('/') + 1)}-`;
  if (at < 0 || !address.endsWith('.tgz') || !address.startsWith(start, at + 3)) return undefined;
  return address.slice(at + 3 + start.length, -'.tgz'.length);
}

/** Notes that `locked` depends on the package that it finds under `name`. Items of a list have no name. */
export function addRequired(locked: LockedPackage, name: string): undefined {
  if (name !== '') locked.requires.push(name);
}

/** Where a key's last `length` characters stand; the whole key when an escape makes that unsure. */
export function endOfKey(key: string, { start, end }: Span, length: number): Span {
  return end - start === key.length ? span(end - length, end) : span(start, end);
}
