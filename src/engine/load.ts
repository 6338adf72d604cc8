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

/** Reads files of one tree; remembers extractions by text, so that an unchanged file is parsed once. */
export class Loader {
  private readonly tree: FileTree;
  private readonly extractions: Map<string, LoadedFile> | undefined;
  private readonly base: Loader | undefined;
  private readonly extractors = new Map<Format, Promise<Extract>>();

  /** @param remember keep extractions for the next call: an editor asks again and again, a scan does not. */
  constructor(tree: FileTree, remember: boolean, base?: Loader) {
    this.tree = tree;
    this.extractions = remember ? new Map() : undefined;
    this.base = base;
  }

  /** A loader of a variant of the tree: what is the same there is not parsed again, and nothing is remembered here. */
  over(tree: FileTree): Loader {
    return new Loader(tree, true, this);
  }

  /**
   * The extraction of `path`, if some format claims its content, and every problem on the way.
   * @param isWanted a file of a format that is not is left alone: many share a name, and parsing is what costs.
   */
  async load(
    path: string,
    isWanted: (format: Format) => boolean = () => true,
  ): Promise<{ file?: LoadedFile; problems: readonly Problem[] }> {
    const { source, problems } = await readSource(this.tree, path);
    if (!source) return { problems };
    const known = this.known(path, source.text);
    if (known) return withProblems(known, problems);
    const format = classify(path, source.text);
    if (!format || !isWanted(format)) return { problems: [] };
    const extraction = extractSafely(await this.extractorOf(format), source);
    const file: LoadedFile = { source, format, module: format.module(path), extraction };
    this.extractions?.set(path, file);
    return withProblems(file, problems);
  }

  private known(path: string, text: string): LoadedFile | undefined {
    const known = this.extractions?.get(path);
    return known?.source.text === text ? known : this.base?.known(path, text);
  }

  private extractorOf(format: Format): Promise<Extract> {
    if (this.base) return this.base.extractorOf(format);
    const extractor = this.extractors.get(format) ?? format.load();
    this.extractors.set(format, extractor);
    return extractor;
  }

  /** Forgets a file that is gone. */
  forget(path: string): void {
    this.extractions?.delete(path);
  }
}

function withProblems(file: LoadedFile, problems: readonly Problem[]) {
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
