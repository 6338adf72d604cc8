import type { ReferenceKind } from '../../src/model/vocabulary.ts';

/** Kinds whose values are hosts or begin with one. */
export const REFERENCE_KINDS_WITH_HOSTS: ReadonlySet<ReferenceKind> = new Set(['host', 'mirror']);
