import { classify } from '../formats/classify.ts';
import type { Extraction } from '../model/extraction.ts';
import type { Extract, Format } from '../model/format.ts';
import type { Problem } from '../model/problem.ts';
import { unlimitParts } from '../text/part-limit.ts';
import { makeSource, type Source } from '../text/source.ts';
import { phrase } from '../words/phrase.ts';
import { modulesOf } from './claimed-file.ts';
import { EMPTY_EXTRACTION, extractWithin } from './extract.ts';
import { FileMemory } from './memory/file-memory.ts';
import { bytesOf, ROOM_TOGETHER, Room } from './memory/room.ts';
import type { FileTree } from './ports.ts';
import { readSource } from './read-source.ts';
import { type Step, TimeBudget, tooSlow } from './time-limit.ts';

/** A file that was read, classified and extracted. */
export interface LoadedFile {
  readonly source: Source;
  readonly format: Format;
  /** The key of the module that it is part of. */
  readonly module: string;
  readonly extraction: Extraction;
  /** About what it takes in memory. */
  readonly bytes: number;
}

/** What came of reading one file. */
interface Loaded {
  readonly file?: LoadedFile;
  readonly problems: readonly Problem[];
}

/** A file that by its name may be part of a module: what it holds decides. */
export interface ModuleFile {
  readonly path: string;
  /** Absent when the file is wanted whatever it is part of. */
  readonly module?: string;
}

/**
 * What is kept for the next call: nothing, for a scan; extractions by text, so that an unchanged file is parsed once; or
 * whole files until they are forgotten, for a tree whose changes are told.
 */
export type Remember = 'nothing' | 'extractions' | 'files';

/** Reads files of one tree. */
export class Loader {
  /** What its files may take, here and in the stages after. */
  readonly budget: TimeBudget;
  private readonly tree: FileTree;
  private readonly remember: Remember;
  private readonly base: Loader | undefined;
  private readonly extractions = new Map<string, LoadedFile>();
  /** What is read once more is being typed in. */
  private readonly seenPaths = new Set<string>();
  private readonly mostKept: number;
  private room: Room;
  private readonly loaded = new FileMemory<Loaded>();
  private readonly extractors = new Map<Format, Promise<Extract>>();
  private aheadOf = new Map<string, Loaded>();

  /** @param mostKept bytes of memory for what is kept for the next call */
  constructor(tree: FileTree, remember: Remember, base?: Loader, mostKept = MOST_KEPT) {
    this.tree = tree;
    this.remember = remember;
    this.base = base;
    this.mostKept = mostKept;
    this.room = new Room(mostKept);
    this.budget = base?.budget ?? new TimeBudget();
  }

  /** A loader of a variant of the tree: what is the same there is not parsed again, and nothing is remembered here. */
  over(tree: FileTree): Loader {
    return new Loader(tree, 'extractions', this);
  }

  /** The extraction of `path`, if some format claims its content, and every problem on the way. */
  async load(path: string): Promise<Loaded> {
    const [loaded] = await this.loadAll([{ path }]);
    return loaded ?? NOTHING;
  }

  /**
   * The same for several files, in their order. A file that is not part of its module after all is left alone: many share
   * a name, and parsing is what costs. One that there is no room for any more is not read.
   */
  async loadAll(files: readonly ModuleFile[], room = new Room()): Promise<readonly Loaded[]> {
    const since = this.loaded.now;
    const loaded: Loaded[] = [];
    while (loaded.length < files.length)
      for (const each of await this.loadFirst(files.slice(loaded.length), PIECE, room)) {
        loaded.push(each.file && room.isFull ? noRoomFor(each.file.source.path) : each);
        room.take(each.file?.bytes ?? 0);
      }
    if (this.remember === 'files')
      for (const each of loaded) if (each.file) this.loaded.keep(each.file.source.path, each, since);
    return loaded;
  }

  /** Loads the first of the files, until so many characters were read, for calls that follow. */
  async ahead(files: Iterable<ModuleFile>, characters: number): Promise<void> {
    this.aheadOf = new Map();
    for (const each of await this.loadFirst(files, characters, new Room()))
      if (each.file) this.aheadOf.set(each.file.source.path, each);
  }

  /** Loads at least one of the files, and no more once so many characters were read. */
  private async loadFirst(files: Iterable<ModuleFile>, characters: number, room: Room): Promise<Loaded[]> {
    const loaded: Loaded[] = [];
    let classified: Classified[] = [];
    let length = 0;
    for (const file of files) {
      if (length > characters) break;
      const known = this.loaded.get(file.path) ?? this.aheadOf.get(file.path);
      const read = known ?? (await this.read(file));
      if (!('format' in read)) loaded.push(read);
      else if (room.isFull) loaded.push(noRoomFor(file.path));
      else {
        classified.push({ index: loaded.length, ...read });
        loaded.push(NOTHING);
        length += read.source.text.length;
      }
    }
    while (classified.length > 0) classified = await this.extractSome(classified, loaded);
    return loaded;
  }

  /** A file with its format, or all that is to be said of it. */
  private async read({ path, module }: ModuleFile): Promise<Loaded | Omit<Classified, 'index'>> {
    const { source, problems } = await readSource(this.tree, path);
    if (!source) return { problems };
    const known = this.known(path, source.text);
    if (known) return withProblems(known, problems);
    const format = classify(path, source.text);
    const isWanted = format && (module === undefined || modulesOf(path, [format]).includes(module));
    if (!isWanted) return NOTHING;
    return { source: this.wasRead(path) ? makeSource(path, source.text, true) : source, format, problems };
  }

  /** Extracts files up to the first that takes too long, whose extractor is of no use any more. @returns those after it. */
  private async extractSome(files: readonly Classified[], loaded: Loaded[]): Promise<Classified[]> {
    const extractors = new Map<Format, Extract>();
    for (const { format } of files)
      if (!extractors.has(format)) extractors.set(format, await this.extractorOf(format));
    const steps = files.map(({ index, source, format, problems }): Step => {
      const keep = (extraction: Extraction): void => {
        const bytes = bytesOf(source.text, extraction);
        const file = { source, format, module: format.module(source.path), extraction, bytes };
        if (this.remember !== 'nothing') this.keep(file);
        loaded[index] = withProblems(file, problems);
      };
      return {
        path: source.path,
        length: source.text.length,
        work: () => {
          const extract = extractors.get(format);
          if (extract) keep(extractWithin(extract, source));
        },
        stopped: milliseconds => {
          unlimitParts();
          this.forgetExtractor(format);
          keep({ ...EMPTY_EXTRACTION, problems: [tooSlow(source.path, milliseconds)] });
        },
      };
    });
    return files.slice(this.budget.runUntilStopped(steps));
  }

  /** What there is no room for together is forgotten, all at once: whoever needs it reads it again. */
  private keep(file: LoadedFile): void {
    const { path } = file.source;
    if (this.room.isFull) {
      this.extractions.clear();
      this.seenPaths.clear();
      this.loaded.forgetAll();
      this.room = new Room(this.mostKept);
    }
    this.room.take(file.bytes - (this.extractions.get(path)?.bytes ?? 0));
    this.extractions.set(path, file);
    this.seenPaths.add(path);
  }

  private wasRead(path: string): boolean {
    return this.seenPaths.has(path) || this.base?.wasRead(path) === true;
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

  private forgetExtractor(format: Format): void {
    this.extractors.delete(format);
    this.base?.forgetExtractor(format);
  }

  /** The file has changed, or is gone. */
  forget(path: string): void {
    this.loaded.forget(path);
    this.room.take(-(this.extractions.get(path)?.bytes ?? 0));
    this.extractions.delete(path);
  }

  /** Any file may have changed. */
  forgetFiles(): void {
    this.loaded.forgetAll();
  }
}

/** A file that some format claims, and its place in what was asked for. */
interface Classified {
  readonly index: number;
  readonly source: Source;
  readonly format: Format;
  readonly problems: readonly Problem[];
}

const NOTHING: Loaded = { problems: [] };

/** More than files take that are read together: the last of them may go beyond the room that there is. */
const MOST_KEPT = 1.5 * ROOM_TOGETHER;

/** Characters that are read before what they say is made: nobody has room for the texts of a whole folder. */
const PIECE = 1_000_000;

function noRoomFor(path: string): Loaded {
  return { problems: [{ code: 'too-large', path, message: phrase('problem.too-much-together') }] };
}

function withProblems(file: LoadedFile, problems: readonly Problem[]): Loaded {
  return { file, problems: [...problems, ...file.extraction.problems] };
}
