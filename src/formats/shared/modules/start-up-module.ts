import { basename } from '../../../text/path.ts';

/**
 * What a machine does at its first start is a module of its own, which others can fill in as a template. Also the
 * scope of its names.
 */
export function startUpModule(path: string): string {
  return `${PREFIX}${path}`;
}

/** Whoever fills it in names the file. */
export function startUpMarker(module: string): string {
  return basename(module.slice(PREFIX.length));
}

const PREFIX = 'start-up:';
