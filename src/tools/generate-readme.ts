import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatPage, withFormatSummary } from './format-tables.ts';
import { referencePage } from './reference-page.ts';

/** Writes the list of formats into the README, and the pages of formats and of names. Run by `npm run generate`. */
const root = join(import.meta.dirname, '..', '..');
const readme = join(root, 'README.md');
writeFileSync(readme, withFormatSummary(readFileSync(readme, 'utf8')));
writeFileSync(join(root, 'docs', 'formats.md'), formatPage());
writeFileSync(join(root, 'docs', 'reference.md'), referencePage());
