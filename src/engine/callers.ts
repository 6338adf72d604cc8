import { type Format, kindOfModule, type ModuleCalls } from '../model/format.ts';
import { dirname } from '../text/path.ts';
import type { ClaimedFile } from './claimed-file.ts';
import type { LoadedFile } from './load.ts';
import { FileMemory } from './memory/file-memory.ts';
import { createPrefilter, type Prefilter } from './prefilter.ts';

/** A file that by its name may call modules, in some ways. */
export interface PossibleCaller {
  readonly path: string;
  readonly ways: readonly CallWay[];
}

interface CallWay {
  readonly calls: ModuleCalls;
  /** The keys of the modules that it can call by going up. */
  readonly above: readonly string[];
}

/** Those of the files, in their order. */
export function possibleCallers(files: Iterable<ClaimedFile>): PossibleCaller[] {
  const callers: PossibleCaller[] = [];
  let folder: string | undefined;
  const anywhere = new Map<readonly Format[], readonly CallWay[]>();
  const inFolder = new Map<readonly Format[], readonly CallWay[]>();
  for (const { path, formats } of files) {
    // Neighbours share what is above them; where a file cannot call what is above it, all share it.
    if (dirname(path) !== folder) inFolder.clear();
    folder = dirname(path);
    const known = anywhere.get(formats) ?? inFolder.get(formats);
    const ways = known ?? waysOf(path, formats);
    if (!known) (formats.some(({ calls }) => calls?.upward) ? inFolder : anywhere).set(formats, ways);
    if (ways.length > 0) callers.push({ path, ways });
  }
  return callers;
}

function waysOf(path: string, formats: readonly Format[]): CallWay[] {
  return formats.flatMap(({ calls }) => (calls ? [{ calls, above: calls.upward?.modules(path) ?? [] }] : []));
}

/** What tells from a file's text whether it can be a caller. */
export interface CallerQuestion {
  /** Equal keys ask the same of one file. */
  readonly key: string;
  readonly hasMarker: Prefilter;
  /** Whether the file can call anything at all. */
  readonly hasSign: Prefilter;
}

/** What to look for in files that may call modules. */
export class CallerSearch {
  /** The keys of the modules whose callers are wanted. */
  readonly targets: ReadonlySet<string>;
  /** By kind of module. */
  private readonly markers = new Map<string, Set<string>>();
  private readonly key: string;
  private readonly questions = new Map<string, CallerQuestion>();

  /** @param files of the modules whose callers are wanted. */
  constructor(files: readonly LoadedFile[]) {
    this.targets = new Set(files.map(file => file.module));
    for (const { format, module } of files) {
      const marker = format.callMarker?.(module);
      if (marker === undefined) continue;
      const kind = kindOfModule(module);
      const known = this.markers.get(kind);
      if (known) known.add(marker);
      else this.markers.set(kind, new Set([marker]));
    }
    const wanted = [...this.markers].flatMap(([kind, markers]) => [...markers].map(each => kind + each));
    this.key = wanted.sort().join('\n');
  }

  /** Whether one of the wanted modules is among those that a file calls. */
  isCalledBy(calls: ReadonlySet<string>): boolean {
    for (const target of calls) if (this.targets.has(target)) return true;
    return false;
  }

  /** What to ask of a file's text; `undefined` when it cannot be a caller whatever stands in it. */
  questionFor({ ways }: PossibleCaller): CallerQuestion | undefined {
    if (!ways.some(way => this.isNamed(way) || this.isAbove(way))) return undefined;
    const asked = ways.map(way => ({ calls: way.calls, isAbove: this.isAbove(way) }));
    const id = asked.map(({ calls, isAbove }) => [calls.kinds, calls.signs, isAbove].join(' ')).join('\n');
    const known = this.questions.get(id);
    if (known) return known;
    const markers = asked.flatMap(({ calls, isAbove }) => [
      ...calls.kinds.flatMap(kind => [...(this.markers.get(kind) ?? [])]),
      ...(isAbove ? (calls.upward?.markers ?? ANYTHING) : []),
    ]);
    const question: CallerQuestion = {
      key: `${this.key}\n${id}`,
      hasMarker: createPrefilter(markers),
      hasSign: createPrefilter(ways.flatMap(({ calls }) => calls.signs ?? ANYTHING)),
    };
    this.questions.set(id, question);
    return question;
  }

  private isNamed({ calls }: CallWay): boolean {
    return calls.kinds.some(kind => this.markers.has(kind));
  }

  private isAbove({ above }: CallWay): boolean {
    return above.some(module => this.targets.has(module));
  }
}

/** What a file calls that calls no modules. */
export const CALLS_NOTHING: ReadonlySet<string> = new Set();

/** A prefilter with it lets every file through. */
const ANYTHING = [''];

/** Which files can be callers, from one check to the next: nobody wants all files read again after each key. */
export class CallerMemory {
  private readonly known = new FileMemory<KnownCaller>();
  private readonly base: CallerMemory | undefined;
  private readonly isChanged: (path: string) => boolean;

  /**
   * @param base of the tree that this one is a variant of: what is the same there is remembered there
   * @param isChanged says which files are not
   */
  constructor(base?: CallerMemory, isChanged = (_path: string) => true) {
    this.base = base;
    this.isChanged = isChanged;
  }

  /** To be asked before the file is read, and given to what remembers. */
  get now(): number {
    return this.base?.now ?? this.known.now;
  }

  /** The keys of the modules that a file calls; `undefined` when it was not read whole yet. */
  callsOf(path: string): ReadonlySet<string> | undefined {
    return this.memoryOf(path).get(path)?.calls;
  }

  /** @param since when the reading began */
  rememberCalls(path: string, calls: ReadonlySet<string>, since: number): void {
    const known = calls === CALLS_NOTHING ? CALLER_OF_NOTHING : { calls, verdicts: NO_VERDICTS };
    this.memoryOf(path).keep(path, known, since);
  }

  /** Whether a file's text can be a caller's; `undefined`: not asked yet. */
  verdict(path: string, { key }: CallerQuestion): boolean | undefined {
    return this.memoryOf(path).get(path)?.verdicts.get(key);
  }

  /** @param since when the reading began */
  remember(path: string, { key }: CallerQuestion, verdict: boolean, since: number): void {
    const memory = this.memoryOf(path);
    const verdicts = memory.get(path)?.verdicts ?? NO_VERDICTS;
    memory.keep(path, { verdicts: new Map([...verdicts, [key, verdict]]) }, since);
  }

  /** Whether so much was asked of a file that reading it whole, once, is less work. */
  isAskedOften(path: string): boolean {
    const verdicts = this.memoryOf(path).get(path)?.verdicts ?? NO_VERDICTS;
    return verdicts.size >= MANY_QUESTIONS;
  }

  private memoryOf(path: string): FileMemory<KnownCaller> {
    return this.base && !this.isChanged(path) ? this.base.memoryOf(path) : this.known;
  }

  /** The file's text has changed. */
  forget(path: string): void {
    this.known.forget(path);
  }

  forgetAll(): void {
    this.known.forgetAll();
  }
}

interface KnownCaller {
  readonly calls?: ReadonlySet<string>;
  /** By the key of a question. */
  readonly verdicts: ReadonlyMap<string, boolean>;
}

const NO_VERDICTS: ReadonlyMap<string, boolean> = new Map();

/** Nearly all files of a tree are. */
const CALLER_OF_NOTHING: KnownCaller = { calls: CALLS_NOTHING, verdicts: NO_VERDICTS };

/** One module is typed in at a time: an editor asks a few questions, a run over a whole tree one for each module. */
const MANY_QUESTIONS = 8;
