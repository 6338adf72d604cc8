import { addException } from './add-exception.ts';
import { changeRegion } from './change-region.ts';
import type { MakeFixes } from './context.ts';
import { ignoreFinding } from './ignore.ts';
import { migrateProvider } from './migrate/index.ts';
import { leaveMirror } from './mirror/index.ts';
import { replacePackage } from './package/index.ts';
import { useEquivalent } from './use-equivalent.ts';
import { useReplacement } from './use-replacement.ts';

export type { FixContext } from './context.ts';

/** Every kind of fix that settles a finding, in the order of a menu. */
export const SETTLING_KINDS: readonly MakeFixes[] = [
  leaveMirror,
  changeRegion,
  migrateProvider,
  replacePackage,
  useEquivalent,
  useReplacement,
];

/** Those that silence one, which come after them. */
export const SILENCING_KINDS: readonly MakeFixes[] = [ignoreFinding, addException];
