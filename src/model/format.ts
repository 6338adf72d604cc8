import type { Source } from '../text/source.ts';
import type { Extraction } from './extraction.ts';

/** A file kind: data and one function. */
export interface Format {
  readonly id: string;
  /** As the README's table names it. */
  readonly title: string;
  /** Under which heading the list of formats has it. */
  readonly family: FormatFamily;
  /**
   * Which files: a file name (`package.json`), a file-name suffix (`*.tf`), or a glob over the path
   * (`**` + `/templates/*.yaml`). The first format in the registry that claims a file has it.
   */
  readonly files: readonly string[];
  /** File names (globs) that `files` would claim and that are something else: translations, for instance. */
  readonly exceptFiles?: readonly string[];
  /** `files` promise nothing: what cannot be read, or is no text, is none of the format and no problem. */
  readonly hasAnyName?: true;
  /** For shared names only: does this text look like the format? Cheap; sees the first 64 KiB. */
  readonly sniff?: (head: string) => boolean;
  /**
   * The key of the module that the file is part of: files with equal keys are read together, so that values
   * resolve across them. Usually the folder, behind the kind of module and a colon: one kind for all keys of a format.
   */
  readonly module: (path: string) => string;
  /** What begins a comment that ends with its line; absent for formats without comments. */
  readonly lineComment?: '#' | '//';
  /** Further modules that the file may give values to, nearest first: they are read when it matters. */
  readonly outerModules?: (path: string) => readonly string[];
  /** Written by a tool, not by a person (a lock file): a finding stands here only when it has no other place. */
  readonly generated?: true;
  /**
   * For languages with local modules: text that a file must contain to call the given module by its name; `undefined` for
   * one that is only called by going up. The engine reads the callers of every module that it reads, so that inputs
   * resolve per call site.
   */
  readonly callMarker?: (module: string) => string | undefined;
  /** What the format's own files call of such modules. */
  readonly calls?: ModuleCalls;
  /** What the README's table says. */
  readonly extracts: string;
  readonly resolves: string;
  /**
   * Loads the parser and makes an extractor, which may remember what it has read; called when the first file of the format
   * passed the prefilter.
   */
  readonly load: () => Promise<Extract>;
}

/** How files call modules: what tells those that may be callers from all others before they are parsed. */
export interface ModuleCalls {
  /** Which modules, by what stands before the colon of their keys. */
  readonly kinds: readonly string[];
  /** Texts of which a file that calls anything has one; absent where the callee's marker tells enough. */
  readonly signs?: readonly string[];
  /** Modules that a file can call without their names, by going up, and texts of which it then contains one, if any. */
  readonly upward?: {
    readonly modules: (path: string) => readonly string[];
    readonly markers?: readonly string[];
  };
}

/** What a format is for. */
export type FormatFamily =
  | 'infrastructure'
  | 'containers'
  | 'delivery'
  | 'packages'
  | 'package-settings'
  | 'application-settings'
  | 'bill-of-materials';

/** Never throws for any text; what cannot be read becomes a problem. */
export type Extract = (source: Source) => Extraction;

/** What stands before the colon of a module's key: one for all modules of a format. */
export function kindOfModule(module: string): string {
  return module.slice(0, module.indexOf(':'));
}
