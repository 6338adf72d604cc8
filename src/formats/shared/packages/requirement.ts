import type { Reference } from '../../../model/extraction.ts';
import { type PlacedText, slicePlaced } from '../../../parsers/placed-text.ts';
import { spanWithin } from '../../../parsers/tree.ts';
import { addressHosts } from '../registries/registry-setting.ts';
import type { Where } from '../strings.ts';
import { packageReference } from './package-reference.ts';
import { exactPythonVersion, pypiPackage } from './pypi-package.ts';

/** A Python requirement, by offsets in its text. */
export interface Requirement {
  readonly name: string;
  readonly nameStart: number;
  /** What stands between the name and the marker: a specifier, empty for any version. */
  readonly specifier: string;
  /** Where the package comes from, when that is written: `name @ https://…`. */
  readonly address?: { readonly start: number; readonly end: number };
}

/**
 * Reads `name[extra] >=1 ; marker` or `name @ address ; marker`
 * (https://packaging.python.org/en/latest/specifications/dependency-specifiers/).
 * @returns `undefined` when the text does not begin with a name.
 */
export function readRequirement(text: string): Requirement | undefined {
  const head = HEAD.exec(text);
  const [all = '', blank = '', name = ''] = head ?? [];
  if (name === '') return undefined;
  const rest = text.slice(all.length);
  if (!FOLLOWS_NAME.test(rest)) return undefined;
  const base = { name, nameStart: blank.length };
  if (!rest.startsWith('@')) {
    const semicolon = rest.indexOf(';');
    return { ...base, specifier: (semicolon < 0 ? rest : rest.slice(0, semicolon)).trim() };
  }
  const gap = /^@\s*/.exec(rest)?.[0].length ?? 1;
  const address = /^\S*/.exec(rest.slice(gap))?.[0] ?? '';
  const start = all.length + gap;
  return { ...base, specifier: address, address: { start, end: start + address.length } };
}

const HEAD = /^(\s*)([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)\s*(?:\[[^\]]*\]?)?\s*/;

/** A version, an address, a marker, or nothing: other words are prose, or the beginning of an address. */
const FOLLOWS_NAME = /^(?:[(<>=!~;@]|$)/;

/** The package that a requirement names, and the hosts of its address. */
export function requirementReferences(text: PlacedText, where: Where): Reference[] {
  const requirement = readRequirement(text.text);
  if (!requirement) return addressRequirement(text, where);
  const { name, nameStart, specifier, address } = requirement;
  if (address && LOCAL.test(specifier)) return [];
  const written = packageReference(
    pypiPackage(name, specifier, address ? undefined : exactPythonVersion(specifier), {
      dependency: 'direct',
    }),
    spanWithin(text, nameStart, nameStart + name.length),
    { ...where, structuralPath: [...where.structuralPath, name] },
  );
  const hosts = address ? addressHosts(slicePlaced(text, address.start, address.end), where) : [];
  return [written, ...hosts];
}

/** Folders and files of the repository. */
const LOCAL = /^(?:file:|\.{0,2}\/|\.)/;

/** An address alone: the fragment or the file's name tells the package (https://pip.pypa.io/en/stable/topics/vcs-support/). */
export function addressRequirement(text: PlacedText, where: Where): Reference[] {
  if (!text.text.includes('://') || /^\s*file:/.test(text.text)) return [];
  const address = slicePlaced(text, 0, endOfAddress(text.text));
  const named = EGG.exec(address.text) ?? ARCHIVE.exec(address.text);
  const name = named?.[1];
  const hosts = addressHosts(address, where);
  if (!named || name === undefined) return hosts;
  const start = named.index + named[0].indexOf(name);
  const version = named[2];
  const place = spanWithin(address, start, start + name.length);
  const found = pypiPackage(name, address.text.trim(), version, { dependency: 'direct' });
  return [
    ...hosts,
    packageReference(found, place, { ...where, structuralPath: [...where.structuralPath, name] }),
  ];
}

/** Behind the address there can be a marker or options, after a blank. */
function endOfAddress(text: string): number {
  return /^\s*\S*/.exec(text)?.[0].length ?? text.length;
}

const EGG = /[#&]egg=([A-Za-z0-9][A-Za-z0-9._-]*)/;
/** The last part of an address: `name-1.0-py3-none-any.whl`, `name-1.0.tar.gz`. */
const ARCHIVE =
  /\/([A-Za-z0-9][A-Za-z0-9._]{0,100})-(\d[A-Za-z0-9.!+_]{0,60})(?:-[A-Za-z0-9_.-]{1,200})?\.(?:whl|zip|tar\.(?:gz|bz2|xz))(?=$|[#?\s])/;
