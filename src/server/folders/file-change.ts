/** A file or folder that appeared, changed or vanished on disk. */
export interface FileChange {
  readonly path: string;
  readonly kind: 'created' | 'changed' | 'deleted';
}

/** Git's own files come and go with every command; nothing is read from them. */
export function isOfGit({ path }: FileChange): boolean {
  return /(?:^|\/)\.git\//.test(path);
}
