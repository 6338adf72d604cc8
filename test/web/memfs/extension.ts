import {
  type Disposable,
  EventEmitter,
  type ExtensionContext,
  type FileChangeEvent,
  FileChangeType,
  type FileStat,
  FileSystemError,
  type FileSystemProvider,
  FileType,
  Uri,
  workspace,
} from 'vscode';
import { fromBase64 } from '../../../src/text/base64.ts';

/** Set by the build: contents in base64 by absolute path. */
declare const FILES: Readonly<Record<string, string>>;

/** Files in memory under the scheme `memfs`: a file system that is on no disk. */
class MemoryFileSystem implements FileSystemProvider {
  private readonly changes = new EventEmitter<FileChangeEvent[]>();
  readonly onDidChangeFile = this.changes.event;
  private readonly files = new Map(
    Object.entries(FILES).map(([path, content]) => [path, fromBase64(content) ?? new Uint8Array()]),
  );
  private readonly folders = new Map<string, Map<string, FileType>>([['/', new Map()]]);

  constructor() {
    for (const path of this.files.keys()) this.enter(path, FileType.File);
  }

  watch(): Disposable {
    return { dispose: () => undefined };
  }

  stat({ path }: Uri): FileStat {
    const times = { ctime: 0, mtime: 0 };
    if (this.folders.has(path)) return { type: FileType.Directory, size: 0, ...times };
    return { type: FileType.File, size: this.readFile(Uri.file(path)).length, ...times };
  }

  readDirectory(uri: Uri): [string, FileType][] {
    const entries = this.folders.get(uri.path);
    if (!entries) throw FileSystemError.FileNotFound(uri);
    return [...entries];
  }

  readFile(uri: Uri): Uint8Array {
    const bytes = this.files.get(uri.path);
    if (!bytes) throw FileSystemError.FileNotFound(uri);
    return bytes;
  }

  writeFile(uri: Uri, content: Uint8Array<ArrayBuffer>): void {
    const type = this.files.has(uri.path) ? FileChangeType.Changed : FileChangeType.Created;
    this.files.set(uri.path, content);
    this.enter(uri.path, FileType.File);
    this.changes.fire([{ type, uri }]);
  }

  delete(uri: Uri): void {
    if (!this.files.delete(uri.path)) throw FileSystemError.FileNotFound(uri);
    const { parent, name } = split(uri.path);
    this.folders.get(parent)?.delete(name);
    this.changes.fire([{ type: FileChangeType.Deleted, uri }]);
  }

  createDirectory({ path }: Uri): void {
    this.enter(path, FileType.Directory);
  }

  rename(uri: Uri): void {
    throw FileSystemError.NoPermissions(uri);
  }

  private enter(path: string, type: FileType): void {
    if (type === FileType.Directory && !this.folders.has(path)) this.folders.set(path, new Map());
    const { parent, name } = split(path);
    if (name === '') return;
    this.enter(parent, FileType.Directory);
    this.folders.get(parent)?.set(name, type);
  }
}

function split(path: string): { parent: string; name: string } {
  const slash = path.lastIndexOf('/');
  return { parent: path.slice(0, slash) || '/', name: path.slice(slash + 1) };
}

/** Called by VS Code when somebody opens a `memfs:` folder. */
export function activate({ subscriptions }: ExtensionContext): void {
  subscriptions.push(workspace.registerFileSystemProvider('memfs', new MemoryFileSystem()));
}
