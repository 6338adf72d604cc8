import { dirname } from '../../../text/path.ts';

/** Compose files and the environment files beside them are read together. Also their scope. */
export function composeModule(path: string): string {
  return `compose:${dirname(path)}`;
}
