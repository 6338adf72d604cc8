import { formatsByName } from '../formats/classify.ts';
import type { Format } from '../model/format.ts';

/** A file, and the formats that claim it by its name. */
export interface ClaimedFile {
  readonly path: string;
  readonly formats: readonly Format[];
}

/** The keys of the modules that a file may be part of, or give values to, by its name. */
export function modulesOf(path: string, formats: readonly Format[] = formatsByName(path)): string[] {
  const keys: string[] = [];
  // Of few keys, and for many files of a tree.
  const add = (key: string): void => {
    if (!keys.includes(key)) keys.push(key);
  };
  for (const format of formats) {
    add(format.module(path));
    format.outerModules?.(path).forEach(add);
  }
  return keys;
}

/** Whether it is a problem when a file with this name is no text that can be read. */
export function promisesText(path: string): boolean {
  const formats = formatsByName(path);
  return formats.length === 0 || formats.some(format => !format.hasAnyName);
}

/** Whether modules of the format call each other. */
export function isLinked(format: Format): boolean {
  return format.callMarker !== undefined;
}
