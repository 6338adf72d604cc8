import type { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import type { FileTree } from '../../engine/index.ts';
import type { Ruleset } from '../../model/ruleset.ts';
import { UNTITLED_NAMES } from '../../protocol/languages.ts';
import { basename } from '../../text/path.ts';
import { phrase } from '../../words/phrase.ts';
import type { Services } from '../services.ts';
import type { FileChange } from './file-change.ts';
import { Folder } from './folder.ts';
import { documentRoot, folderRoot } from './folder-root.ts';

/** A document's folder and its path there. */
export interface Place {
  readonly folder: Folder;
  readonly path: string;
}

/** All workspace folders, and a place of its own for each open document that lies in none of them. */
export class Folders {
  private readonly services: Services;
  private readonly folders = new Map<string, Folder>();
  private readonly places = new Map<string, Place>();

  constructor(services: Services) {
    this.services = services;
  }

  /** The folders of the workspace. */
  get all(): readonly Folder[] {
    return [...this.folders.values()];
  }

  /** Whether a scan has read all files of all folders. */
  get isScanned(): boolean {
    return this.folders.size > 0 && this.all.every(folder => folder.isScanned);
  }

  /** Vendors of the rulesets' own: those of the first folder that has any. */
  get ownVendors(): Ruleset['vendors'] | undefined {
    return this.all.map(({ ruleset }) => ruleset?.vendors ?? []).find(({ length }) => length > 0);
  }

  /** What is wrong with rulesets, each sentence once. */
  get rulesetProblems(): readonly string[] {
    return [...new Set(this.everyFolder().flatMap(folder => folder.rulesetProblems))];
  }

  /** Adds and removes workspace folders (URIs); open documents move to where they belong now. */
  change(added: readonly string[], removed: readonly string[], documents: readonly TextDocument[]): void {
    for (const uri of removed) {
      this.folders.get(uri)?.dispose();
      this.folders.delete(uri);
    }
    for (const uri of added) this.addFolder(uri);
    for (const document of documents) this.documentChanged(document);
  }

  /** The document was opened or its text changed, or its folder did. */
  documentChanged(document: TextDocument): void {
    const before = this.places.get(document.uri);
    const place = this.placeIn(document.uri) ?? this.ownPlace(document, before);
    if (before && before.folder !== place.folder) this.leave(before);
    this.places.set(document.uri, place);
    place.folder.documentChanged(document, place.path);
  }

  documentClosed(uri: string): void {
    const place = this.places.get(uri);
    this.places.delete(uri);
    if (place) this.leave(place);
  }

  /** Where an open document is checked. */
  placeOf(uri: string): Place | undefined {
    return this.places.get(uri);
  }

  /** What people call a document: its path in its folder, with the folder's name when there are several. */
  nameOf(uri: string): string {
    const place = this.placeIn(uri);
    return place ? this.namePrefix(place.folder) + place.path : basename(URI.parse(uri).path);
  }

  /**
   * Where a file lies that people call so: as `nameOf` does, which may mean more than one place when folders are called
   * alike, then by its path in any folder alone.
   */
  placesNamed(name: string): readonly Place[] {
    const named = this.all.flatMap(folder => {
      const prefix = this.namePrefix(folder);
      return name.startsWith(prefix) ? [folder.root.toUri(name.slice(prefix.length))] : [];
    });
    const uris = new Set([...named, ...this.all.map(({ root }) => root.toUri(name))]);
    return [...uris].flatMap(uri => this.placeIn(uri) ?? []);
  }

  /** The innermost workspace folder that holds the file. */
  placeIn(uri: string): Place | undefined {
    const places = this.all.flatMap(folder => {
      const path = folder.root.toPath(uri);
      return path === undefined ? [] : [{ folder, path }];
    });
    return places.sort((a, b) => a.path.length - b.path.length)[0];
  }

  filesChanged(changes: readonly { readonly uri: string; readonly kind: FileChange['kind'] }[]): void {
    for (const folder of this.all) {
      const own = changes.flatMap(({ uri, kind }) => {
        const path = folder.root.toPath(uri);
        return path === undefined ? [] : [{ path, kind }];
      });
      if (own.length > 0) folder.filesChanged(own);
    }
  }

  /** Reads settings and rulesets anew, everywhere. */
  reload(): void {
    for (const folder of this.everyFolder()) folder.reload();
  }

  /** Ends all work; what was published stays. */
  stop(): void {
    for (const folder of this.everyFolder()) folder.stop();
  }

  private namePrefix({ root }: Folder): string {
    return this.folders.size > 1 ? `${basename(URI.parse(root.uri).path)}/` : '';
  }

  private addFolder(uri: string): void {
    if (this.folders.has(uri)) return;
    this.folders.set(
      uri,
      this.startFolder(new Folder(folderRoot(uri), this.services.host.openFolder(uri), this.services)),
    );
  }

  private startFolder(folder: Folder): Folder {
    folder.reload();
    return folder;
  }

  private ownPlace(document: TextDocument, before: Place | undefined): Place {
    if (before && !this.folders.has(before.folder.root.uri)) return before;
    const path = nameOf(document);
    const root = documentRoot(document.uri, path);
    return { folder: this.startFolder(new Folder(root, NO_FILES, this.services)), path };
  }

  private leave({ folder, path }: Place): void {
    folder.documentClosed(path);
    if (!this.folders.has(folder.root.uri)) folder.dispose();
  }

  private everyFolder(): readonly Folder[] {
    return [...new Set([...this.all, ...[...this.places.values()].map(place => place.folder)])];
  }
}

/** Only the open document itself is read. */
const NO_FILES: FileTree = {
  list: async () => ({ files: [], problems: [] }),
  read: path => ({
    ok: false,
    problem: {
      code: 'unreadable',
      path,
      message: phrase('problem.not-in-workspace'),
    },
  }),
};

/** A document that was never saved has no name that tells its format, but a language. */
function nameOf({ uri, languageId }: TextDocument): string {
  const { scheme, path } = URI.parse(uri);
  const untitled = scheme === 'untitled' && Object.hasOwn(UNTITLED_NAMES, languageId);
  return (untitled ? UNTITLED_NAMES[languageId] : undefined) ?? basename(path);
}
