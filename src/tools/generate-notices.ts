import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { billOfMaterials } from './bill-of-materials.ts';
import { bundledPackages } from './bundled-packages.ts';
import { npmManifest } from './npm-manifest.ts';
import { thirdPartyNotices } from './third-party-notices.ts';

/**
 * Completes what the build wrote: to each product the notices and the bill of materials of what it contains, and to the
 * npm package its manifest and pages. Run by `npm run build`; the same build gives the same bytes.
 */
const root = join(import.meta.dirname, '..', '..');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const files = JSON.parse(readFileSync(join(root, 'out', 'bundled-files.json'), 'utf8'));
const npm = join(root, 'dist', 'npm');
for (const [folder, product] of [
  [join(root, 'dist'), 'extension'],
  [npm, 'npm'],
] as const) {
  const packages = bundledPackages(root, files[product]);
  writeFileSync(join(folder, 'THIRD-PARTY-NOTICES.txt'), thirdPartyNotices(packages));
  writeFileSync(join(folder, 'bom.cdx.json'), json(billOfMaterials(manifest, packages)));
}
writeFileSync(join(npm, 'package.json'), json(npmManifest(manifest)));
for (const page of ['README.md', 'CHANGELOG.md', 'LICENSE']) copyFileSync(join(root, page), join(npm, page));
copyFileSync(join(root, 'src', 'ruleset', 'ruleset.schema.json'), join(npm, 'ruleset.schema.json'));

function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
