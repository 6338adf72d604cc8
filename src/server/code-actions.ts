import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { fixesOf } from '../engine/index.ts';
import type { Finding } from '../model/finding.ts';
import type { Fix } from '../model/fix.ts';
import type { Source } from '../text/source.ts';
import { DIAGNOSTIC_SOURCE } from './diagnostics.ts';
import type { ClientFeatures } from './features.ts';
import type { FolderRoot } from './folder-root.ts';
import type { Checked, Mark } from './marks.ts';
import { rangeOf, spanOf, touches } from './ranges.ts';

/** What actions depend on besides the findings. */
export interface ActionContext {
  readonly root: FolderRoot;
  readonly features: Pick<ClientFeatures, 'documentChanges' | 'resolvesEdits' | 'disabledActions'>;
  /** The version of a document that is open in the editor. */
  readonly version: (path: string) => number | undefined;
}

/** What an action carries until somebody chooses it. */
export interface ActionData {
  /** The document that it was offered in. */
  readonly uri: string;
  readonly fingerprint: string;
  readonly title: string;
}

/** The quick fixes of the findings in the requested range, each finding's in its own order. */
export function codeActions(
  source: Source,
  marks: readonly Mark[],
  params: CodeActionParams,
  context: ActionContext,
): CodeAction[] {
  if (!wantsQuickFixes(params.context.only)) return [];
  const range = spanOf(source, params.range);
  const findings = new Map<Finding, Mark>();
  for (const mark of marks) {
    if (touches(mark.span, range) && !findings.has(mark.finding)) findings.set(mark.finding, mark);
  }
  return [...findings.values()].flatMap(mark =>
    fixesOfMark(mark).flatMap(fix => codeAction(fix, mark, params, context)),
  );
}

/** The edit of an action that was offered without one; `undefined` when its finding is gone. */
export function resolveEdit(
  marks: readonly Mark[],
  data: ActionData,
  context: ActionContext,
): WorkspaceEdit | undefined {
  const mark = marks.find(({ finding }) => finding.fingerprint === data.fingerprint);
  const fix = mark && fixesOfMark(mark).find(({ title }) => title === data.title);
  return fix && workspaceEdit(fix, mark.checked, context);
}

/** Whether what a client sent back is the data of one of our actions. */
export function isActionData(data: unknown): data is ActionData {
  if (typeof data !== 'object' || data === null) return false;
  return ['uri', 'fingerprint', 'title'].every(name => typeof Reflect.get(data, name) === 'string');
}

function wantsQuickFixes(only: readonly string[] | undefined): boolean {
  return only?.some(kind => kind === '' || kind === CodeActionKind.QuickFix) ?? true;
}

function fixesOfMark({ finding, checked: { catalog, ruleset, sources } }: Mark): Fix[] {
  return catalog ? fixesOf(finding, { catalog, ruleset, sources }) : [];
}

function codeAction(fix: Fix, mark: Mark, params: CodeActionParams, context: ActionContext): CodeAction[] {
  const { features } = context;
  const action: CodeAction = {
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: params.context.diagnostics.filter(
      ({ source, code }) => source === DIAGNOSTIC_SOURCE && code === mark.finding.rule,
    ),
  };
  if (fix.grade === 'refused') {
    return features.disabledActions ? [{ ...action, disabled: { reason: fix.reason ?? fix.title } }] : [];
  }
  if (fix.preferred) action.isPreferred = true;
  if (!features.resolvesEdits) return [{ ...action, edit: workspaceEdit(fix, mark.checked, context) }];
  const data: ActionData = {
    uri: params.textDocument.uri,
    fingerprint: mark.finding.fingerprint,
    title: fix.title,
  };
  return [{ ...action, data }];
}

function workspaceEdit(
  fix: Fix,
  { sources }: Checked,
  { root, features, version }: ActionContext,
): WorkspaceEdit {
  const files = [...fix.edits].map(([path, edits]) => {
    const source = sources.get(path);
    const textEdits: TextEdit[] = source
      ? edits.map(({ span, newText }) => ({ range: rangeOf(source, span), newText }))
      : [];
    return { path, uri: root.toUri(path), edits: textEdits };
  });
  if (!features.documentChanges) {
    return { changes: Object.fromEntries(files.map(({ uri, edits }) => [uri, edits])) };
  }
  const documentChanges: TextDocumentEdit[] = files.map(({ path, uri, edits }) => ({
    textDocument: { uri, version: version(path) ?? null },
    edits,
  }));
  return { documentChanges };
}
