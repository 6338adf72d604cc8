import { URI } from 'vscode-uri';

/** Translates between the URIs of a folder, or of one document that lies in none, and the engine's paths. */
export interface FolderRoot {
  readonly kind: 'folder' | 'document';
  readonly uri: string;
  /** The path of a document relative to the folder; `undefined` when it lies elsewhere. */
  toPath(uri: string): string | undefined;
  toUri(path: string): string;
}

/** A workspace folder. */
export function folderRoot(uri: string): FolderRoot {
  const root = URI.parse(uri);
  const prefix = root.path.endsWith('/') ? root.path : `${root.path}/`;
  return {
    kind: 'folder',
    uri,
    toPath: document => {
      const { scheme, authority, path } = URI.parse(document);
      const isInside = scheme === root.scheme && authority === root.authority && startsWith(path, prefix);
      return isInside ? path.slice(prefix.length) : undefined;
    },
    toUri: path => root.with({ path: prefix + path }).toString(),
  };
}

/** The place of one document that belongs to no folder; the engine knows it as `path`. */
export function documentRoot(uri: string, path: string): FolderRoot {
  return {
    kind: 'document',
    uri,
    toPath: document => (document === uri ? path : undefined),
    toUri: () => uri,
  };
}

/** Clients write the drive of a Windows path in either case. */
function startsWith(path: string, prefix: string): boolean {
  return path.startsWith(prefix) || withSmallDrive(path).startsWith(withSmallDrive(prefix));
}

function withSmallDrive(path: string): string {
  return path.replace(/^\/[A-Z]:/, drive => drive.toLowerCase());
}
