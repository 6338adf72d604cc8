import type { CatalogIndex } from '../catalog/index.ts';
import type { Fix } from '../model/fix.ts';
import { applyEdits, type TextEdit } from '../text/edit.ts';
import type { Source } from '../text/source.ts';
import { compareSpans } from '../text/span.ts';
import { type Phrase, phrase } from '../words/phrase.ts';
import { CallerMemory } from './callers.ts';
import { modulesOf } from './claimed-file.ts';
import { type Component, loadComponent } from './components.ts';
import { FileIndex } from './file-index.ts';
import type { Judging } from './judging.ts';
import type { LoadedFile, Loader } from './load.ts';
import { objectionTo, type PlannedFix, type Reading } from './objection.ts';
import type { FileTree } from './ports.ts';

/** What proving needs of the workspace. */
export interface Bench {
  readonly tree: FileTree;
  /** Knows the extractions of unchanged files. */
  readonly loader: Loader;
  /** Knows which of them call nothing. */
  readonly callers: CallerMemory;
  readonly index: () => Promise<FileIndex>;
  readonly catalog: () => Promise<CatalogIndex>;
  readonly judge: (component: Component, catalog: CatalogIndex) => Judging;
}

/** A fix that does not do what it promises, or cannot promise anything, and why. */
export interface RefusedFix extends PlannedFix {
  readonly reason: Phrase;
}

/** Which of several fixes can be applied together. */
export interface Compatible {
  readonly accepted: readonly PlannedFix[];
  readonly refused: readonly RefusedFix[];
}

/** Tries fixes on texts in memory, through the same stages as any scan: one module is read, not the folder. */
export class Prover {
  private readonly bench: Bench;

  constructor(bench: Bench) {
    this.bench = bench;
  }

  /** The fix as it may be offered: itself when it does what it promises, else refused with the reason. */
  async prove(planned: PlannedFix, sources: ReadonlyMap<string, Source>): Promise<Fix> {
    const fix = await prepared(planned.fix);
    if (fix.grade === 'refused' || fix.silences) return fix;
    const objection = await this.objection([{ ...planned, fix }], sources);
    return objection === undefined ? fix : refuse(fix, objection);
  }

  /**
   * The largest set of fixes, the first ones first, that can be applied together. All are tried at once; only when
   * that fails are halves tried, so that n good fixes cost one trial and each bad one costs log n. One that overlaps
   * another is neither accepted nor refused: its turn comes when that one is applied.
   */
  async compatible(
    planned: readonly PlannedFix[],
    sources: ReadonlyMap<string, Source>,
  ): Promise<Compatible> {
    const refused: RefusedFix[] = [];
    const ready: PlannedFix[] = [];
    for (const each of planned) {
      const fix = await prepared(each.fix);
      if (fix.grade === 'refused') refused.push({ ...each, fix, reason: fix.reason ?? fix.title });
      else ready.push({ ...each, fix });
    }
    let accepted: readonly PlannedFix[] = [];
    let waiting: readonly PlannedFix[] = ready;
    for (let group = withoutOverlaps(waiting); group.length > 0; ) {
      const outcome = await this.tryTogether(accepted, group, sources);
      accepted = outcome.accepted;
      refused.push(...outcome.refused);
      const done = new Set([...accepted, ...outcome.refused].map(({ finding }) => finding));
      waiting = waiting.filter(({ finding }) => !done.has(finding));
      // Whoever stood in the way of these is refused now.
      const free = withoutOverlaps([...accepted, ...waiting]).slice(accepted.length);
      group = outcome.refused.length > 0 ? free : [];
    }
    return { accepted, refused };
  }

  /** Which of `group`, none of which overlap, can be applied with those that are accepted. */
  private async tryTogether(
    before: readonly PlannedFix[],
    group: readonly PlannedFix[],
    sources: ReadonlyMap<string, Source>,
  ): Promise<Compatible> {
    let accepted = before;
    const refused: RefusedFix[] = [];
    const pending = [group];
    for (let part = pending.shift(); part; part = pending.shift()) {
      const [first] = part;
      if (!first) continue;
      const together = withoutOverlaps([...accepted, ...part]);
      const objection = await this.objection(together, sources);
      if (objection === undefined) accepted = together;
      else if (part.length > 1) pending.unshift(...halves(part));
      else refused.push({ ...first, reason: objection });
    }
    return { accepted, refused };
  }

  /** Why the fixes do not do what they promise; `undefined` when they do. */
  private async objection(
    planned: readonly PlannedFix[],
    sources: ReadonlyMap<string, Source>,
  ): Promise<Phrase | undefined> {
    const edits = editsOf(planned);
    const texts = new Map<string, string>();
    for (const [path, own] of edits) {
      const text = sources.get(path)?.text ?? '';
      if (overlap(own) || own.some(({ span }) => span.end > text.length)) return phrase('proof.overlap');
      texts.set(path, applyEdits(text, own));
    }
    const hidden = new Set(planned.flatMap(({ fix }) => fix.regenerated ?? []));
    const paths = [...edits.keys(), ...planned.map(({ finding }) => finding.path)];
    const before = await this.read(paths, new Map(), hidden);
    for (const path of edits.keys()) {
      const file = before.files.get(path);
      if (file && file.source.text !== sources.get(path)?.text) return phrase('proof.changed');
    }
    return objectionTo(planned, edits, before, await this.read(paths, texts, hidden));
  }

  private async read(
    paths: readonly string[],
    texts: ReadonlyMap<string, string>,
    hidden: ReadonlySet<string>,
  ): Promise<Reading> {
    const { tree, loader, callers, index, catalog: facts, judge } = this.bench;
    const changed = overlaid(tree, texts, hidden);
    const keys = new Set(paths.flatMap(path => modulesOf(path)));
    const listed = await index();
    const made = [...texts.keys()].filter(path => !listed.claimed.includes(path));
    const files = made.length > 0 ? new FileIndex([...listed.claimed, ...made]) : listed;
    const memory = new CallerMemory(callers, path => texts.has(path) || hidden.has(path));
    const [component, catalog] = await Promise.all([
      loadComponent(keys, files, loader.over(changed), changed, memory),
      facts(),
    ]);
    const { findings, problems } = judge(component, catalog);
    return {
      findings,
      problems,
      files: new Map(component.files.map((file): [string, LoadedFile] => [file.source.path, file])),
    };
  }
}

/** The fix with its edits. */
async function prepared(fix: Fix): Promise<Fix> {
  return fix.prepare ? fix.prepare() : fix;
}

function refuse(fix: Fix, objection: Phrase): Fix {
  return {
    ...fix,
    grade: 'refused',
    preferred: false,
    edits: new Map(),
    reason: phrase('proof.failed', { objection }),
  };
}

function editsOf(planned: readonly PlannedFix[]): Map<string, TextEdit[]> {
  const edits = new Map<string, TextEdit[]>();
  for (const { fix } of planned) {
    for (const [path, own] of fix.edits) edits.set(path, [...(edits.get(path) ?? []), ...own]);
  }
  return edits;
}

/**
 * Those that touch no place of one before them, nor bring the same thing to one file: what is left out gets its turn when
 * these are applied.
 */
function withoutOverlaps(planned: readonly PlannedFix[]): PlannedFix[] {
  const taken = new Map<string, TextEdit[]>();
  const brought = new Set<string>();
  return planned.filter(({ fix }) => {
    const own = [...fix.edits];
    if (own.some(([path, edits]) => overlap([...(taken.get(path) ?? []), ...edits]))) return false;
    const names = fix.brings === undefined ? [] : own.map(([path]) => `${path}\n${fix.brings}`);
    if (names.some(name => brought.has(name))) return false;
    for (const name of names) brought.add(name);
    for (const [path, edits] of own) taken.set(path, [...(taken.get(path) ?? []), ...edits]);
    return true;
  });
}

function overlap(edits: readonly TextEdit[]): boolean {
  const ordered = [...edits].sort((a, b) => compareSpans(a.span, b.span));
  return ordered.some(({ span }, index) => {
    const next = ordered[index + 1];
    return next !== undefined && (next.span.start < span.end || next.span.start === span.start);
  });
}

function halves<Item>(items: readonly Item[]): Item[][] {
  const middle = items.length >> 1;
  return [items.slice(0, middle), items.slice(middle)];
}

/** The tree with some texts changed, and without some files. */
function overlaid(tree: FileTree, texts: ReadonlyMap<string, string>, hidden: ReadonlySet<string>): FileTree {
  return {
    list: () => tree.list(),
    read: path => {
      if (hidden.has(path)) return { ok: true, text: '' };
      const text = texts.get(path);
      return text === undefined ? tree.read(path) : { ok: true, text };
    },
  };
}
