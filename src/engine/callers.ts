import { formatsByName } from '../formats/classify.ts';
import type { ModuleCalls } from '../model/format.ts';
import { FileMemory } from './file-memory.ts';
import type { LoadedFile } from './load.ts';
import { createPrefilter, type Prefilter } from './prefilter.ts';

/** What to look for in files that may call modules. */
export class CallerSearch {
  /** The keys of the modules whose callers are wanted. */
  readonly targets: ReadonlySet<string>;
  /** By kind of module. */
  private readonly markers = new Map<string, Set<string>>();
  private readonly key: string;
  private readonly prefilters = new Map<string, Prefilter>();

  /** @param files of the modules whose callers are wanted. */
  constructor(files: readonly LoadedFile[]) {
    this.targets = new Set(files.map(file => file.module));
    for (const { format, module } of files) {
      const marker = format.callMarker?.(module);
      if (marker === undefined) continue;
      const kind = module.slice(0, module.indexOf(':'));
      const known = this.markers.get(kind);
      if (known) known.add(marker);
      else this.markers.set(kind, new Set([marker]));
    }
    const questions = [...this.markers].flatMap(([kind, markers]) => [...markers].map(each => kind + each));
    this.key = questions.sort().join('\n');
  }

  /** Searches with equal keys look for the same in the file at `path`. */
  keyOf(path: string): string {
    return [this.key, ...callsOf(path).flatMap(calls => this.upwardMarkers(path, calls))].join('\n');
  }

  /** Whether the file at `path` can be a caller. */
  prefilterOf(path: string): Prefilter {
    const prefilters = callsOf(path).map(calls => this.prefilterFor(calls, this.upwardMarkers(path, calls)));
    return (bytes, length) => prefilters.some(prefilter => prefilter(bytes, length));
  }

  private prefilterFor({ kinds, signs }: ModuleCalls, upward: readonly string[]): Prefilter {
    const key = [...kinds, ...upward].join('\n');
    const known = this.prefilters.get(key);
    if (known) return known;
    const markers = kinds.flatMap(kind => [...(this.markers.get(kind) ?? [])]);
    const hasMarker = createPrefilter([...markers, ...upward]);
    const hasSign = signs ? createPrefilter(signs) : () => true;
    const prefilter: Prefilter = (bytes, length) => hasMarker(bytes, length) && hasSign(bytes, length);
    this.prefilters.set(key, prefilter);
    return prefilter;
  }

  private upwardMarkers(path: string, { upward }: ModuleCalls): readonly string[] {
    if (!upward?.modules(path).some(module => this.targets.has(module))) return [];
    return upward.markers ?? ANYTHING;
  }
}

/** A prefilter with it lets every file through. */
const ANYTHING = [''];

function callsOf(path: string): ModuleCalls[] {
  return formatsByName(path).flatMap(({ calls }) => calls ?? []);
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
