import type { Problem } from '../model/problem.ts';
import { CALLS_NOTHING, type CallerMemory, type CallerQuestion, CallerSearch } from './callers.ts';
import { isLinked, modulesOf } from './claimed-file.ts';
import type { FileIndex } from './file-index.ts';
import type { LoadedFile, Loader, ModuleFile } from './load.ts';
import { Room } from './memory/room.ts';
import type { FileTree } from './ports.ts';
import { projectManifests } from './projects.ts';
import { testFile } from './select.ts';

/** Modules that were read together, because they call each other. */
export interface Component {
  readonly files: readonly LoadedFile[];
  /** The keys of all modules that were read. */
  readonly modules: ReadonlySet<string>;
  readonly problems: readonly Problem[];
}

/**
 * Reads the modules with the given keys whole, and every module that they call or are called from, so that values
 * resolve across all of them.
 * @param memory of earlier calls over the same tree: who cannot be a caller.
 */
export async function loadComponent(
  keys: Iterable<string>,
  index: FileIndex,
  loader: Loader,
  tree: FileTree,
  memory: CallerMemory,
): Promise<Component> {
  const loading = new ComponentLoading(index, loader, tree, memory);
  await loading.addModules(keys);
  return loading.component();
}

class ComponentLoading {
  private readonly index: FileIndex;
  private readonly loader: Loader;
  private readonly tree: FileTree;
  private readonly memory: CallerMemory;
  private readonly files = new Map<string, LoadedFile>();
  private readonly problems = new Map<string, readonly Problem[]>();
  private readonly modules = new Set<string>();
  private readonly room = new Room();

  constructor(index: FileIndex, loader: Loader, tree: FileTree, memory: CallerMemory) {
    this.memory = memory;
    this.index = index;
    this.loader = loader;
    this.tree = tree;
  }

  /**
   * From the modules up to all that call them, and from all of these down to what they call. What is only called hands no
   * values on: who else calls it is not asked.
   */
  async addModules(keys: Iterable<string>): Promise<void> {
    let asked = new Set(keys);
    let called = new Set<string>();
    const answered = new Set<string>();
    while (asked.size + called.size > 0) {
      for (const module of asked) answered.add(module);
      const loaded = await this.loadModules([...asked, ...called]);
      const wanted = asked;
      const calling = await this.callersOf([...this.files.values()].filter(file => wanted.has(file.module)));
      const sharing = [...loaded.flatMap(manifestModules), ...this.projectModules(loaded)];
      asked = new Set([...calling, ...sharing].filter(key => !answered.has(key)));
      const targets = loaded.flatMap(file => file.extraction.calls.map(call => call.target));
      called = new Set(targets.filter(key => !this.modules.has(key)));
    }
  }

  /** The modules of the projects that share a lockfile, where the lockfile does not name them. */
  private projectModules(loaded: readonly LoadedFile[]): string[] {
    const manifests = loaded.flatMap(({ extraction: { graph } }) =>
      graph?.rootsAreGuessed ? [...graph.roots.values()] : [],
    );
    return manifests.flatMap(path => {
      const manifest = this.files.get(path);
      if (!manifest) return [];
      return projectManifests(manifest.extraction, this.index.claimed).flatMap(each => modulesOf(each));
    });
  }

  component(): Component {
    return {
      files: [...this.files.values()],
      modules: this.modules,
      problems: [...this.problems.values()].flat(),
    };
  }

  private async loadModules(keys: readonly string[]): Promise<LoadedFile[]> {
    const wanted = [...new Set(keys)].filter(key => !this.modules.has(key));
    for (const key of wanted) this.modules.add(key);
    const parts = wanted.flatMap(module => this.index.filesOfModule(module).map(path => ({ path, module })));
    const answers = await this.loader.loadAll(parts, this.room);
    const loaded: LoadedFile[] = [];
    for (const [index, { file, problems }] of answers.entries()) {
      const { path = '', module = '' } = parts[index] ?? {};
      if (file && !modulesOf(path, [file.format]).includes(module)) continue;
      if (file || problems.length > 0) this.problems.set(path, problems);
      if (file) loaded.push(file);
    }
    for (const file of loaded) this.files.set(file.source.path, file);
    return loaded;
  }

  /** The modules that call one of the given files' modules: those whose text has a call's marker, and that do call it. */
  private async callersOf(files: readonly LoadedFile[]): Promise<string[]> {
    const linked = files.filter(file => isLinked(file.format));
    if (linked.length === 0) return [];
    const search = new CallerSearch(linked);
    const candidates: ModuleFile[] = [];
    let patience = WHOLE_AT_ONCE;
    for (const caller of this.index.possibleCallers) {
      const { path } = caller;
      if (this.files.has(path)) continue;
      const calls = this.memory.callsOf(path);
      if (calls) {
        if (search.isCalledBy(calls)) candidates.push({ path });
        continue;
      }
      const question = search.questionFor(caller);
      if (!question) continue;
      const isRead = patience > 0 && this.memory.isAskedOften(path);
      if (isRead) patience--;
      if (isRead || (await this.mayCall(path, question))) candidates.push({ path });
    }
    const loaded = await this.loadCallers(candidates);
    return [...this.files.values(), ...loaded].flatMap(({ module, extraction }) =>
      extraction.calls.some(call => search.targets.has(call.target)) ? [module] : [],
    );
  }

  /** Reads files whole: from then on it is known what they call. */
  private async loadCallers(candidates: readonly ModuleFile[]): Promise<LoadedFile[]> {
    const since = this.memory.now;
    const answers = await this.loader.loadAll(candidates);
    return answers.flatMap(({ file, problems }, index) => {
      const path = candidates[index]?.path ?? '';
      const isKnown = file !== undefined || problems.length === 0;
      const targets = file?.extraction.calls.map(call => call.target) ?? [];
      if (isKnown) this.memory.rememberCalls(path, new Set(targets), since);
      return file ?? [];
    });
  }

  private async mayCall(path: string, question: CallerQuestion): Promise<boolean> {
    const { memory } = this;
    const known = memory.verdict(path, question);
    if (known !== undefined) return known;
    const since = memory.now;
    let callsNothing = false;
    const verdict = await testFile(this.tree, path, (bytes, length) => {
      callsNothing = !question.hasSign(bytes, length);
      return !callsNothing && question.hasMarker(bytes, length);
    });
    if (callsNothing) memory.rememberCalls(path, CALLS_NOTHING, since);
    else memory.remember(path, question, verdict, since);
    return verdict;
  }
}

/** Of how many files all calls are read in one go, that nobody who types waits for hundreds. */
const WHOLE_AT_ONCE = 50;

/** The modules of the manifests that a lockfile's projects have: a package is reported where it is asked for. */
function manifestModules({ extraction }: LoadedFile): string[] {
  return [...(extraction.graph?.roots.values() ?? [])].flatMap(manifest => modulesOf(manifest));
}
