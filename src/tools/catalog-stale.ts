import { readCatalogFiles } from './catalog-files.ts';
import { staleFacts } from './stale-facts.ts';

/**
 * `npx tsx src/tools/catalog-stale.ts [YYYY-MM-DD]`: lists the facts that are stale on that day (today when it is left
 * out), by file and line, and how many they are. Exits with 2 when the argument is no day.
 */
const [day = new Date().toISOString().slice(0, 10)] = process.argv.slice(2);

if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(day) || Number.isNaN(Date.parse(day))) {
  process.stderr.write(`"${day}" is no day such as 2026-11-23\n`);
  process.exitCode = 2;
} else {
  const { stale, total } = staleFacts(readCatalogFiles(), day);
  let file: string | undefined;
  for (const { path, line, checked, subject } of stale) {
    if (path !== file) process.stdout.write(`src/catalog/${path}\n`);
    file = path;
    process.stdout.write(`  ${String(line).padStart(5)}  ${checked}  ${subject}\n`);
  }
  process.stdout.write(`${stale.length} of ${total} facts are stale on ${day}\n`);
}
