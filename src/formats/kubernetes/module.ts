import { dirname } from '../../text/path.ts';

/** A manifest stands alone. Also the scope of what it says. */
export function kubernetesModule(path: string): string {
  return PREFIX + path;
}

/** The folder of a module's file. */
export function folderOfManifest(module: string): string {
  return dirname(module.slice(PREFIX.length));
}

const PREFIX = 'kubernetes:';
