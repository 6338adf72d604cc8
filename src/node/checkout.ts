import { readdirSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * What to do when this code runs from a checkout whose generated files are missing or older than what they are made of,
 * as after `git pull`; `undefined` when all is well, and in a bundle.
 * @param folder of the sources
 */
export function staleCheckout(folder = sources()): string | undefined {
  if (folder === undefined) return undefined;
  const made = GENERATED.map(path => timeOf(join(folder, path)));
  const [oldest = 0] = made.sort((a, b) => a - b);
  return INPUTS.some(path => newestIn(join(folder, path)) > oldest)
    ? 'the generated files are missing or older than what they are made of; run "npm run generate".'
    : undefined;
}

const GENERATED = ['catalog/generated/catalog.ts', 'ruleset/generated/bundled.ts'];

/** Folders of data, and the schemas that both they and what is made of them follow. */
const INPUTS = [
  'catalog/vendors',
  'catalog/evidence',
  'catalog/mirrors',
  'catalog/equivalents',
  'catalog/releases',
  'ruleset/bundled',
  'model',
];

function sources(): string | undefined {
  return import.meta.url.endsWith('/src/node/checkout.ts')
    ? fileURLToPath(new URL('..', import.meta.url))
    : undefined;
}

function newestIn(folder: string): number {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return Math.max(0, ...names.map(name => timeOf(join(folder, name))));
}

function timeOf(path: string): number {
  const stats: Stats | undefined = statSync(path, { throwIfNoEntry: false });
  return stats?.mtimeMs ?? 0;
}
