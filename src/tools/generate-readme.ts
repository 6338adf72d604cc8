import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withFormatTable } from './readme-tables.ts';

/** Writes the README's table of formats from the registry. Run by `npm run generate`. */
const path = join(import.meta.dirname, '..', '..', 'README.md');
writeFileSync(path, withFormatTable(readFileSync(path, 'utf8')));
