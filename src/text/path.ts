import { compareTexts } from './ordered.ts';

/** Posix paths relative to the scanned root. The root itself is the empty string. */

/** The folder of `path`; the empty string for a file in the root. */
export function dirname(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

/** The last segment of `path`. */
export function basename(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/**
 * Joins `relative` onto `folder` and removes `.` and `..` segments.
 * Returns `undefined` when the result would leave the root: nothing outside it may be read.
 */
export function joinInside(folder: string, relative: string): string | undefined {
  if (relative.startsWith('/')) return undefined;
  const segments: string[] = [];
  for (const segment of `${folder}/${relative}`.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') segments.push(segment);
    else if (segments.pop() === undefined) return undefined;
  }
  return segments.join('/');
}

/** Orders paths by code unit, the same on every machine (no locale). */
export const comparePaths = compareTexts;

/** Whether a path is one of `paths` or lies below one. */
export function isWithin(path: string, paths: ReadonlySet<string>): boolean {
  for (let at = path; at !== ''; at = dirname(at)) if (paths.has(at)) return true;
  return false;
}
