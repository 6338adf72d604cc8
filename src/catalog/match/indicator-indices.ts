import type { ReferenceKind } from '../../model/vocabulary.ts';
import type { CompiledCatalog } from '../compiled.ts';
import type { IndicatorEntry } from './attribution.ts';
import { type Boundary, TextIndex } from './text-index.ts';

/** The single values of all groups of a kind. */
export function entriesOf(compiled: CompiledCatalog, kind: ReferenceKind): IndicatorEntry[] {
  const groups = compiled.indicators[kind] ?? [];
  return groups.flatMap(group => group.values.map(value => ({ kind, match: group.match, value, group })));
}

/** An index over `entries`. */
export function indexEntries(
  entries: readonly IndicatorEntry[],
  boundary?: Boundary,
): TextIndex<IndicatorEntry> {
  return new TextIndex(
    entries.map(entry => ({ match: entry.match, value: entry.value, entry })),
    boundary,
  );
}

/** Indices by kind, each made when its kind is first asked for: most runs meet few kinds. */
export class IndicatorIndices {
  private readonly compiled: CompiledCatalog;
  private readonly byKind = new Map<ReferenceKind, TextIndex<IndicatorEntry>>();

  constructor(compiled: CompiledCatalog) {
    this.compiled = compiled;
  }

  /** The entry of this kind that `name` (normalised) matches best. */
  find(kind: ReferenceKind, name: string): IndicatorEntry | undefined {
    let index = this.byKind.get(kind);
    if (!index) {
      const entries = entriesOf(this.compiled, kind);
      index =
        kind === 'annotation'
          ? indexEntries(entries.map(belowDomain))
          : indexEntries(entries, kind === 'action' ? endsName : undefined);
      this.byKind.set(kind, index);
    }
    return index.find(name);
  }
}

/**
 * A key's prefix is a domain, and who has a domain has those below it too
 * (https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set).
 */
function belowDomain(entry: IndicatorEntry): IndicatorEntry {
  const { kind, match, value, group } = entry;
  const isDomain = match === 'prefix' && value.indexOf('/') === value.length - 1;
  return isDomain ? { kind, match: 'domain', value: value.slice(0, -1), group } : entry;
}

/** `aliyun/acr-login` is not the beginning of `aliyun/acr-login-next`; `aliyun/` and `aliyun/setup-` are beginnings. */
function endsName(text: string, end: number): boolean {
  const next = text[end];
  return next === undefined || next === '/' || !/[a-z0-9]/.test(text[end - 1] ?? '');
}
