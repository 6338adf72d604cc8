import type { Command, WorkspaceEdit } from 'vscode-languageserver';
import { fixesOf, type PlannedFix } from '../../engine/index.ts';
import type { Fix } from '../../model/fix.ts';
import type { Language } from '../../report/language.ts';
import type { Source } from '../../text/source.ts';
import type { ClientFeatures } from '../connection/features.ts';
import type { Checked, Mark } from '../documents/marks.ts';
import type { EditContext } from './workspace-edit.ts';

/** What actions depend on besides the findings. */
export interface ActionContext extends EditContext {
  readonly language: Language;
  readonly features: ClientFeatures;
  /** The fix when it does what it promises, else a refused one. */
  readonly prove: (planned: PlannedFix, checked: Checked) => Promise<Fix>;
  /** Those of the fixes that can be applied together. */
  readonly compatible: (
    planned: readonly PlannedFix[],
    sources: ReadonlyMap<string, Source>,
  ) => Promise<readonly PlannedFix[]>;
}

/** What an action carries until somebody chooses it. */
export interface ActionData {
  /** The document that it was offered in. */
  readonly uri: string;
  /** The finding that it settles; absent when it is about all of a file. */
  readonly fingerprint?: string;
  readonly title: string;
}

/** A resolved action's edit and what the editor runs after it, or why there is none. */
export type ResolvedAction =
  | { readonly edit: WorkspaceEdit; readonly command?: Command }
  | { readonly refused: string };

/** Whether what a client sent back is the data of one of our actions. */
export function isActionData(data: unknown): data is ActionData {
  if (typeof data !== 'object' || data === null) return false;
  const fingerprint: unknown = Reflect.get(data, 'fingerprint');
  return (
    ['uri', 'title'].every(name => typeof Reflect.get(data, name) === 'string') &&
    (fingerprint === undefined || typeof fingerprint === 'string')
  );
}

/** The fixes of a mark's finding, described and not tried. */
export function fixesOfMark({ finding, checked: { catalog, ruleset, findings, sources } }: Mark): Fix[] {
  return catalog ? fixesOf(finding, { catalog, ruleset, findings, sources }) : [];
}
