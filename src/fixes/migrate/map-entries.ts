import type { BlockSchema } from '../../model/migration.ts';
import { lineBreakOf } from './layout.ts';
import { argumentType } from './schema.ts';
import type { Written } from './written-block.ts';

/** `tags.Name` in a schema where `tags` is a map. */
export function mapOf(path: string, schema: BlockSchema): { name: string; key: string } | undefined {
  const [name = '', key, ...more] = path.split('.');
  return key !== undefined && more.length === 0 && argumentType(schema, name) === 'map'
    ? { name, key }
    : undefined;
}

/** A map with entries put before its own ones. */
export function withEntries(value: string, entries: readonly Written[], indentation: string): string {
  const pairs = entries.map(({ path, value: own }) => `${path} = ${own}`);
  if (!/^\{(?!\s*for\b)/.test(value)) return `merge(${value}, { ${pairs.join(', ')} })`;
  const inside = value.slice(1);
  if (!value.includes('\n')) {
    const rest = inside.slice(0, -1).trim();
    return `{ ${[...pairs, ...(rest === '' ? [] : [rest])].join(', ')} }`;
  }
  const lineBreak = lineBreakOf(value);
  const known = entries.filter(({ path }) => !new RegExp(`^[ \\t]*"?${path}"?\\s*[=:]`, 'm').test(value));
  return `{${known.map(({ path, value: own }) => `${lineBreak}${indentation}  ${path} = ${own}`).join('')}${inside}`;
}
