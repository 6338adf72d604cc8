import { dirname } from '../../../text/path.ts';

/** The module of the files of one language in one folder: a manifest, its lockfile and its settings. Also their scope. */
export function folderModule(language: string, path: string): string {
  return `${language}:${dirname(path)}`;
}
