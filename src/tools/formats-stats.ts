import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { FORMATS } from '../formats/index.ts';

/** Prints how many cases of each kind every format has. Run with `npm run formats:stats`. */
const KINDS = ['ok', 'bad', 'broken'] as const;
const cases = join(import.meta.dirname, '..', '..', 'test', 'cases');

const rows = FORMATS.map(({ id }) => ({ id, counts: countsOf(readdirSync(join(cases, id))) }));
const total = KINDS.map((_, index) => rows.reduce((sum, { counts }) => sum + (counts[index] ?? 0), 0));
for (const { id, counts } of [...rows, { id: `${rows.length} formats`, counts: total }]) print(id, counts);

function countsOf(folders: readonly string[]): number[] {
  return KINDS.map(kind => folders.filter(folder => folder.startsWith(`${kind}-`)).length);
}

function print(name: string, counts: readonly number[]): void {
  const columns = KINDS.map((kind, index) => `${kind} ${String(counts[index]).padStart(3)}`);
  console.log(`${name.padEnd(28)} ${columns.join('  ')}`);
}
