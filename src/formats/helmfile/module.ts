import { dirname } from '../../text/path.ts';

/** The helmfiles of a folder and of its `helmfile.d` share repositories. Also their scope. */
export function helmfileModule(path: string): string {
  return `helmfile:${dirname(path).replace(/(?:^|\/)helmfile\.d(?:\/.*)?$/, '')}`;
}
