import { classify } from '../formats/classify.ts';
import type { Extraction } from '../model/extraction.ts';
import type { Extract, Format } from '../model/format.ts';
import type { Problem } from '../model/problem.ts';
import type { Source } from '../text/source.ts';
import type { FileTree } from './ports.ts';
import { readSource } from './read-source.ts';

/** A file that was read, classified and extracted. */
export interface LoadedFile {
  readonly source: Source;
  readonly format: Format;
  /** The key of the module that it is part of. */
  readonly module: string;
  readonly extraction: Extraction;
}

/** What came of reading one file. */
interface Loaded {
  readonly file?: LoadedFile;
  readonly problems: readonly Problem[];
}

/**
 * What is kept for the next call: nothing, for a scan; extractions by text, so that an unchanged file is parsed once; or
 * whole files until they are forgotten, for a tree whose changes are told.
 */
export type Remember = 'nothing' | 'extractions' | 'files';

/** Reads files of one tree. */
export class Loader {
  private readonly tree: FileTree;
  private readonly remember: Remember;
  private readonly base: Loader | undefined;
  private readonly extractions = new Map<string, LoadedFile>();
  private readonly loaded = new Map<string, Loaded>();
  private readonly extractors = new Map<Format, Promise<Extract>>();

  constructor(tree: FileTree, remember: Remember, base?: Loader) {
    this.tree = tree;
    this.remember = remember;
    this.base = base;
  }

  /** A loader of a variant of the tree: what is the same there is not parsed again, and nothing is remembered here. */
  over(tree: FileTree): Loader {
    return new Loader(tree, 'extractions', this);
  }

  /**
   * The extraction of `path`, if some format claims its content, and every problem on the way.
   * @param isWanted a file of a format that is not is left alone: many share a name, and parsing is what costs.
   */
  async load(path: string, isWanted: (format: Format) => boolean = () => true): Promise<Loaded> {
    const known = this.loaded.get(path);
    if (known) return known;
    const loaded = await this.loadAnew(path, isWanted);
    if (this.remember === 'files' && loaded.file) this.loaded.set(path, loaded);
    return loaded;
  }

  private async loadAnew(path: string, isWanted: (format: Format) => boolean): Promise<Loaded> {
    const { source, problems } = await readSource(this.tree, path);
    if (!source) return { problems };
    const known = this.known(path, source.text);
    if (known) return withProblems(known, problems);
    const format = classify(path, source.text);
    if (!format || !isWanted(format)) return { problems: [] };
    const extraction = extractSafely(await this.extractorOf(format), source);
    const file: LoadedFile = { source, format, module: format.module(path), extraction };
    if (this.remember !== 'nothing') this.extractions.set(path, file);
    return withProblems(file, problems);
  }

  private known(path: string, text: string): LoadedFile | undefined {
    const known = this.extractions.get(path);
    return known?.source.text === text ? known : this.base?.known(path, text);
  }

  private extractorOf(format: Format): Promise<Extract> {
    if (this.base) return this.base.extractorOf(format);
    const extractor = this.extractors.get(format) ?? format.load();
    this.extractors.set(format, extractor);
    return extractor;
  }

  /** The file has changed, or is gone. */
  forget(path: string): void {
    this.loaded.delete(path);
    this.extractions.delete(path);
  }

  /** Any file may have changed. */
  forgetFiles(): void {
    this.loaded.clear();
  }
}

function withProblems(file: LoadedFile, problems: readonly Problem[]): Loaded {
  return { file, problems: [...problems, ...file.extraction.problems] };
}

/** Extractors never throw; should one do so all the same, one file is lost and not the scan. */
function extractSafely(extract: Extract, source: Source): Extraction {
  try {
    return extract(source);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    const message = `An internal error stopped the reading of this file (${detail}); please report it.`;
    return {
      references: [],
      definitions: [],
      calls: [],
      comments: [],
      problems: [{ code: 'internal-error', path: source.path, message }],
    };
  }
}
