import { type Expression, partsOf } from '../../model/expression.ts';
import type { TableLookup } from '../../model/extraction.ts';

/** Notes which names expressions use, and by which keys; the same use once. */
export class TableLookups {
  private readonly found = new Map<string, TableLookup>();
  private readonly scope: string;

  constructor(scope: string) {
    this.scope = scope;
  }

  all(): TableLookup[] {
    return [...this.found.values()];
  }

  /** Adds what `expression` and its parts look up. */
  add(expression: Expression): void {
    const keys: Expression[] = [];
    let table = expression;
    for (let next = lookedUpIn(table); next; next = lookedUpIn(table)) {
      keys.unshift(next.key);
      for (const other of next.others) this.add(other);
      table = next.table;
    }
    for (const key of keys) this.add(key);
    if (table.type === 'variable') this.addUses(table, keys);
    else if (table.type !== 'call' || !KEYS_ONLY.has(table.name))
      for (const part of partsOf(table)) this.add(part);
  }

  /** Where nothing defines a name, the same keys are those of what stands for it. */
  private addUses({ name, fallback }: Expression & { type: 'variable' }, keys: readonly Expression[]): void {
    this.addUse(name, keys);
    if (fallback?.type === 'variable') this.addUses(fallback, keys);
    else if (fallback) this.add(fallback);
  }

  private addUse(name: string, keys: readonly Expression[]): void {
    this.found.set([name, ...keys.map(nameOfKey)].join('\n'), { scope: this.scope, name, keys });
  }
}

/** One step into a table: `table[key]`, `lookup(table, key, default)`. */
function lookedUpIn(expression: Expression) {
  if (expression.type === 'member') return { table: expression.object, key: expression.key, others: [] };
  if (expression.type !== 'call' || !LOOKING_UP.has(expression.name)) return undefined;
  const [table, key, ...others] = expression.arguments;
  return table && key ? { table, key, others } : undefined;
}

const LOOKING_UP: ReadonlySet<string> = new Set(['lookup', 'element']);

/** Functions that use none of a table's values. */
const KEYS_ONLY: ReadonlySet<string> = new Set(['keys', 'length']);

function nameOfKey(key: Expression): string {
  if (key.type === 'literal') return `=${key.value}`;
  return key.type === 'variable' ? `$${key.name}` : `@${key.span.start}`;
}
