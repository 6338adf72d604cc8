import { formatsByName } from '../formats/classify.ts';
import { FileMemory } from './file-memory.ts';
import type { LoadedFile } from './load.ts';
import { createPrefilter, type Prefilter } from './prefilter.ts';

/** What to look for in files that may call modules. */
export class CallerSearch {
  /** The keys of the modules whose callers are wanted. */
  readonly targets: ReadonlySet<string>;
  private readonly markers: readonly string[];
  private readonly key: string;
  private readonly prefilters = new Map<string, Prefilter>();

  /** @param files of the modules whose callers are wanted. */
  constructor(files: readonly LoadedFile[]) {
    this.targets = new Set(files.map(file => file.module));
    const markers = files.flatMap(({ format, module }) => format.callMarker?.(module) ?? []);
    this.markers = [...new Set(markers)].sort();
    this.key = this.markers.join('\n');
  }

  /** Searches with equal keys look for the same in the file at `path`. */
  keyOf(path: string): string {
    return [this.key, ...this.upwardMarkers(path)].join('\n');
  }

  /** Whether the file at `path` can be a caller. */
  prefilterOf(path: string): Prefilter {
    const upward = this.upwardMarkers(path);
    const key = upward.join('\n');
    const prefilter = this.prefilters.get(key) ?? createPrefilter([...this.markers, ...upward]);
    this.prefilters.set(key, prefilter);
    return prefilter;
  }

  private upwardMarkers(path: string): readonly string[] {
    return formatsByName(path).flatMap(({ upwardCalls }) =>
      upwardCalls?.modules(path).some(module => this.targets.has(module)) ? upwardCalls.markers : [],
    );
  }
}

/** Which files can be callers, from one check to the next: nobody wants all files read again after each key. */
export class CallerMemory {
  private readonly verdicts = new FileMemory<Map<string, boolean>>();

  /** To be asked before the file is read, and given to `remember`. */
  get now(): number {
    return this.verdicts.now;
  }

  /** `undefined`: not asked yet. */
  verdict(path: string, key: string): boolean | undefined {
    return this.verdicts.get(path)?.get(key);
  }

  /** @param since when the reading began */
  remember(path: string, key: string, verdict: boolean, since: number): void {
    const known = this.verdicts.get(path);
    // One module is typed in at a time: a few questions are all.
    const kept = known && known.size < MAX_QUESTIONS ? [...known] : [];
    this.verdicts.keep(path, new Map([...kept, [key, verdict]]), since);
  }

  /** The file's text has changed. */
  forget(path: string): void {
    this.verdicts.forget(path);
  }

  forgetAll(): void {
    this.verdicts.forgetAll();
  }
}

const MAX_QUESTIONS = 8;
