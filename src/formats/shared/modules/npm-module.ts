import { dirname } from '../../../text/path.ts';

/** The module of a manifest, its lockfile and its settings: they are read together. Also their scope. */
export function npmModule(path: string): string {
  return `npm:${dirname(path)}`;
}
