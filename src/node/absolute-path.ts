/**
 * The absolute path of a file or folder below `root`, itself absolute, from a path with `/` that needs no tidying;
 * `''` is the root. Windows takes `/` too. Node's `join` would take longer than opening the file.
 */
export function absolutePath(root: string, path: string): string {
  return path === '' ? root : `${root}/${path}`;
}
