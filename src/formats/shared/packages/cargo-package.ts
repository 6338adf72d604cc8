import type { PackageReference } from '../../../model/extraction.ts';
import { basename, dirname } from '../../../text/path.ts';
import { packageUrl } from './package-url.ts';

/** The module of a Cargo project's files: they are read together. Also their scope. */
export function cargoModule(path: string): string {
  const folder = dirname(path);
  return `cargo:${basename(folder) === '.cargo' ? dirname(folder) : folder}`;
}

/** Can a package have this name? (https://doc.rust-lang.org/cargo/reference/manifest.html#the-name-field) */
export function isCargoName(name: string): boolean {
  return /^[\p{L}_][\p{L}\p{N}_-]*$/u.test(name);
}

/** A crate as a reference's `package`. @param exact the one version that `written` allows. */
export function cargoPackage(
  name: string,
  written: string | undefined,
  exact: string | undefined,
  place: Pick<PackageReference, 'dependency' | 'node'>,
): PackageReference {
  const found = { purl: packageUrl('cargo', name, exact), name, ...place };
  return written ? { ...found, version: written } : found;
}
