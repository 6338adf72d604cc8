import { changeRegion } from './change-region.ts';
import type { MakeFixes } from './context.ts';
import { ignoreFinding } from './ignore.ts';
import { leaveMirror } from './mirror/index.ts';

export type { FixContext } from './context.ts';

/** Every kind of fix, in the order of a menu. */
export const FIX_KINDS: readonly MakeFixes[] = [leaveMirror, changeRegion, ignoreFinding];
