import { mkdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { packageCommandLine, packageExtension } from './pack.ts';

/** Packs what `npm run build` made into `out/`: the extension and the npm package of the command line. */
const root = join(import.meta.dirname, '..', '..');
const out = join(root, 'out');
mkdirSync(out, { recursive: true });
for (const file of [packageExtension(out), packageCommandLine(out)]) {
  console.log(`${relative(root, file)}: ${Math.ceil(statSync(file).size / 1024)} KiB`);
}
