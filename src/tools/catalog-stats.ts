import { readCatalog } from '../catalog/checks/validate.ts';
import { catalogCounts } from './catalog-counts.ts';
import { readCatalogFiles } from './catalog-files.ts';

/** `npx tsx src/tools/catalog-stats.ts`: prints how much the catalog holds, of which kind and how sure. */
for (const { title, total, rows } of catalogCounts(readCatalog(readCatalogFiles()).catalog)) {
  process.stdout.write(`${title}: ${total}\n`);
  for (const [name, count] of rows) process.stdout.write(`  ${String(count).padStart(5)}  ${name}\n`);
}
