import type { CatalogIndex } from '../../engine/index.ts';
import { type Concern, compareSeverity, SEVERITIES, type Severity } from '../../model/vocabulary.ts';
import type {
  FindingGroup,
  FindingGroups,
  FindingPage,
  FindingPageParams,
  FindingQuery,
  Grouping,
  ListedFinding,
} from '../../protocol/findings.ts';
import type { Language } from '../../report/language.ts';
import { capitalised, concernWords, kindWords } from '../../report/words.ts';
import { groupBy } from '../../text/group-by.ts';
import { neutralise } from '../../text/neutralise.ts';
import { comparePaths } from '../../text/path.ts';
import type { PlacedFinding } from '../documents/publisher.ts';

/** What a list of findings is made from. */
export interface FindingListSources {
  /** What is shown now, in any order. */
  readonly findings: () => readonly PlacedFinding[];
  /** What people call a document. */
  readonly nameOf: (uri: string) => string;
  readonly language: Language;
}

/** A finding with the name of its file, and the words that a filter looks in. */
interface Entry extends PlacedFinding {
  readonly name: string;
  readonly words: string;
}

/**
 * The findings as a tree: groups, and pages of findings in them. What it works out serves all questions until something
 * that is shown changes: with 20,000 findings a page must not cost the sorting of all.
 */
export class FindingList {
  private readonly sources: FindingListSources;
  private entries: readonly Entry[] | undefined;
  private readonly grouped = new Map<string, ReadonlyMap<string, readonly Entry[]>>();
  private changes = 0;

  constructor(sources: FindingListSources) {
    this.sources = sources;
  }

  /** What is shown has changed. */
  changed(): void {
    this.changes++;
    this.entries = undefined;
    this.grouped.clear();
  }

  /** How often what is shown has changed. */
  get revision(): number {
    return this.changes;
  }

  /** The groups in an order that makes sense for what they are: the largest first, or by path or severity. */
  groups(query: FindingQuery, catalog: CatalogIndex): FindingGroups {
    const groups = [...this.groupedBy(query, catalog)].map(([id, entries]) =>
      this.describe(id, entries, query.by, catalog),
    );
    const sorted = query.by === 'file' || query.by === 'severity' ? groups : groups.sort(compareSizes);
    return {
      matching: this.matching(query, catalog).length,
      groups: sorted.slice(0, query.limit),
      more: Math.max(0, sorted.length - query.limit),
    };
  }

  /** The first findings of one group; none when there is no such group any more. */
  page(query: FindingPageParams, catalog: CatalogIndex): FindingPage {
    const entries = this.groupedBy(query, catalog).get(query.group) ?? [];
    return {
      findings: entries.slice(0, query.limit).map(entry => this.listed(entry, query.by, catalog)),
      more: Math.max(0, entries.length - query.limit),
    };
  }

  private groupedBy(query: FindingQuery, catalog: CatalogIndex): ReadonlyMap<string, readonly Entry[]> {
    const key = `${query.by}\n${query.filter}`;
    const known = this.grouped.get(key);
    if (known) return known;
    const pairs = this.matching(query, catalog).flatMap(entry =>
      groupIds(entry, query.by).map(id => ({ id, entry })),
    );
    const groups = groupBy(pairs, ({ id }) => id);
    const ids: readonly string[] = query.by === 'severity' ? SEVERITIES : [...groups.keys()];
    const result = new Map(
      ids.flatMap(id => {
        const members = groups.get(id);
        return members ? [[id, members.map(({ entry }) => entry)] as const] : [];
      }),
    );
    // A filter is typed letter by letter: only what was asked for last is worth keeping.
    if (this.grouped.size >= KEPT_GROUPINGS) this.grouped.clear();
    this.grouped.set(key, result);
    return result;
  }

  private matching({ filter }: FindingQuery, catalog: CatalogIndex): readonly Entry[] {
    const wanted = filter.toLowerCase().split(/\s+/).filter(Boolean);
    const all = this.all(catalog);
    return wanted.length === 0 ? all : all.filter(({ words }) => wanted.every(word => words.includes(word)));
  }

  /** Every finding by the name of its file and its place there. */
  private all(catalog: CatalogIndex): readonly Entry[] {
    if (this.entries) return this.entries;
    const { findings, nameOf, language } = this.sources;
    const names = new Map<string, string>();
    const nameOnce = (uri: string): string => {
      const name = names.get(uri) ?? nameOf(uri);
      names.set(uri, name);
      return name;
    };
    this.entries = findings()
      .map(({ uri, finding }) => {
        const name = nameOnce(uri);
        const { rule, vendor, kind, value, message } = finding;
        const said = [name, rule, vendorName(vendor, catalog), kindWords(kind, language), value, message];
        return { uri, finding, name, words: said.join('\n').toLowerCase() };
      })
      .sort(compareEntries);
    return this.entries;
  }

  private describe(id: string, entries: readonly Entry[], by: Grouping, catalog: CatalogIndex): FindingGroup {
    const severities = new Set(entries.map(({ finding }) => finding.severity));
    const severity = SEVERITIES.find(each => severities.has(each)) ?? 'hint';
    const [first] = entries;
    const file = by === 'file' && first ? { uri: first.uri } : {};
    return { id, ...this.title(id, by, first, catalog), count: entries.length, severity, ...file };
  }

  private title(
    id: string,
    by: Grouping,
    first: Entry | undefined,
    catalog: CatalogIndex,
  ): Pick<FindingGroup, 'label' | 'detail'> {
    const { language } = this.sources;
    switch (by) {
      case 'vendor': {
        const vendor = catalog.vendor(id);
        if (!vendor) return { label: id || language.say('list.no-vendor'), detail: '' };
        return { label: vendor.name, detail: language.country(vendor.jurisdiction.country) };
      }
      case 'file':
        return fileTitle(first?.name ?? id);
      case 'concern':
        // The ids of these groups are concerns, or empty.
        return {
          label:
            id === '' ? language.say('list.no-concern') : capitalised(concernWords(id as Concern, language)),
          detail: '',
        };
      case 'severity':
        return { label: capitalised(language.severity(id as Severity)), detail: '' };
    }
  }

  private listed({ uri, finding, name }: Entry, by: Grouping, catalog: CatalogIndex): ListedFinding {
    const { language } = this.sources;
    const { value, kind, severity, message, vendor, rule, path, fingerprint } = finding;
    const { start, end } = finding.range;
    const line = start.line + 1;
    const { label: file, detail: folder } = fileTitle(name);
    const place = by === 'file' ? [language.say('list.line', { line })] : [`${file}:${line}`, folder];
    return {
      id: `${fingerprint}:${start.line}:${start.character}`,
      uri,
      start,
      end,
      label: neutralise(value),
      detail: [...place, kindWords(kind, language)].filter(Boolean).join(' · '),
      severity,
      severityWords: language.severity(severity),
      message,
      ...(catalog.vendor(vendor) ? { vendor } : {}),
      match: vendor || rule,
      path,
    };
  }
}

/** How many ways of grouping are remembered. */
const KEPT_GROUPINGS = 8;

function groupIds({ uri, finding }: Entry, by: Grouping): readonly string[] {
  switch (by) {
    case 'vendor':
      return [finding.vendor];
    case 'file':
      return [uri];
    case 'concern':
      return finding.concerns.length > 0 ? finding.concerns : [''];
    case 'severity':
      return [finding.severity];
  }
}

function vendorName(id: string, catalog: CatalogIndex): string {
  const name = catalog.vendor(id)?.name;
  return name === undefined ? id : `${id} ${name}`;
}

function fileTitle(name: string): Pick<FindingGroup, 'label' | 'detail'> {
  const slash = name.lastIndexOf('/');
  return { label: name.slice(slash + 1), detail: slash < 0 ? '' : name.slice(0, slash) };
}

function compareSizes(a: FindingGroup, b: FindingGroup): number {
  return b.count - a.count || compareSeverity(a.severity, b.severity) || comparePaths(a.label, b.label);
}

function compareEntries(a: Entry, b: Entry): number {
  const { start: first } = a.finding.range;
  const { start: second } = b.finding.range;
  return (
    comparePaths(a.name, b.name) ||
    comparePaths(a.uri, b.uri) ||
    first.line - second.line ||
    first.character - second.character
  );
}
