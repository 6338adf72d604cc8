import type { Node } from 'jsonc-parser';
import type { CatalogFile } from '../catalog/checks/placed.ts';
import { parseDataTree } from '../model/data-tree.ts';
import { LineIndex } from '../text/line-index.ts';

/** A fact that nobody has looked at for longer than its kind allows. */
interface StaleFact {
  /** The file's path below `src/catalog`. */
  readonly path: string;
  /** 1-based, of the property that holds the day. */
  readonly line: number;
  /** The day on which the fact was last checked, `YYYY-MM-DD`. */
  readonly checked: string;
  /** What the fact is about: its id, its first values or its name. */
  readonly subject: string;
}

/** The stale facts of some files, and how many facts were looked at. */
export interface Staleness {
  /** In the order of the files, then of the lines. */
  readonly stale: readonly StaleFact[];
  readonly total: number;
}

/** After how many months a fact is stale. A status (`asOf`) follows courts and parliaments, a `date` follows products. */
const MONTHS = { asOf: 18, date: 12 } as const;

/** The facts of `files` that are stale on `day` (`YYYY-MM-DD`). A file that cannot be parsed has no facts. */
export function staleFacts(files: readonly CatalogFile[], day: string): Staleness {
  const limits = { asOf: monthsBefore(day, MONTHS.asOf), date: monthsBefore(day, MONTHS.date) };
  const stale: StaleFact[] = [];
  let total = 0;
  for (const { path, text } of files) {
    const lines = new LineIndex(text);
    for (const { name, checked, offset, subject } of factsIn(parseDataTree(text))) {
      total += 1;
      if (checked >= limits[name]) continue;
      stale.push({ path, line: lines.positionAt(offset).line + 1, checked, subject });
    }
  }
  return { stale, total };
}

/** The same day of an earlier month, or the last day of that month when it is shorter. */
function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  const earlier = new Date(Date.UTC(year, month - 1 - months, Math.min(date, lastOfMonth)));
  return earlier.toISOString().slice(0, 10);
}

interface DatedFact {
  readonly name: keyof typeof MONTHS;
  readonly checked: string;
  readonly offset: number;
  readonly subject: string;
}

/** Every object that says when it was checked. Where an act has both, `date` is the act's own day. */
function factsIn(node: Node | undefined): DatedFact[] {
  if (!node) return [];
  const below = (node.children ?? []).flatMap(child => factsIn(child));
  if (node.type !== 'object') return below;
  const day = property(node, 'asOf') ?? property(node, 'date');
  if (typeof day?.value !== 'string') return below;
  const name = property(node, 'asOf') ? 'asOf' : 'date';
  const fact: DatedFact = { name, checked: day.value, offset: day.offset, subject: subjectOf(node) };
  return [...below, fact].sort((a, b) => a.offset - b.offset);
}

function property(object: Node, name: string): Node | undefined {
  return object.children?.find(({ children }) => children?.[0]?.value === name)?.children?.[1];
}

function subjectOf(object: Node): string {
  const named = ['id', 'from', 'name', 'values', 'purls', 'role', 'country']
    .map(name => property(object, name))
    .find(node => node !== undefined);
  if (named?.type !== 'array') return String(named?.value ?? '');
  const values = (named.children ?? []).map(({ value }) => String(value));
  return values.length > 3
    ? `${values.slice(0, 3).join(', ')} and ${values.length - 3} more`
    : values.join(', ');
}
