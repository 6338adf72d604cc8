import { formatsByName } from '../formats/classify.ts';
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
  private readonly verdicts = new Map<string, Map<string, boolean>>();

  /** `undefined`: not asked yet. */
  verdict(path: string, key: string): boolean | undefined {
    return this.verdicts.get(path)?.get(key);
  }

  remember(path: string, key: string, verdict: boolean): void {
    const known = this.verdicts.get(path);
    // One module is typed in at a time: a few questions are all.
    if (!known || known.size >= MAX_QUESTIONS) this.verdicts.set(path, new Map([[key, verdict]]));
    else known.set(key, verdict);
  }

  /** The file's text has changed. */
  forget(path: string): void {
    this.verdicts.delete(path);
  }

  forgetAll(): void {
    this.verdicts.clear();
  }
}

const MAX_QUESTIONS = 8;
