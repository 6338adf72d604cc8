import type { BundledPackage } from './bundled-packages.ts';

/** The page that goes with a product: every package that it has code of, with the words that its licence asks for. */
export function thirdPartyNotices(packages: readonly BundledPackage[]): string {
  const sections = packages.map(({ name, version, licence, texts }) =>
    [`${RULE}\n${name} ${version} (${licence})\n${RULE}`, ...texts].join('\n\n'),
  );
  return `${[INTRODUCTION, ...sections].join('\n\n')}\n`;
}

const RULE = '='.repeat(80);

const INTRODUCTION =
  'Vendor Diligence contains code of the following packages. Each is under its own licence, whose words follow.';
