import { type CodeAction, CodeActionKind, type CodeActionParams } from 'vscode-languageserver';
import type { PlannedFix } from '../../engine/index.ts';
import type { TextEdit } from '../../text/edit.ts';
import type { Source } from '../../text/source.ts';
import type { Mark } from '../documents/marks.ts';
import { spanOf, touches } from '../documents/ranges.ts';
import { type ActionContext, type ActionData, fixesOfMark, type ResolvedAction } from './actions.ts';
import { workspaceEdit } from './workspace-edit.ts';

/** The kind of the action that an editor can be told to run whenever a file is saved. */
export const FIX_ALL_KIND = `${CodeActionKind.SourceFixAll}.vendorDiligence`;

/**
 * All drop-in fixes of one file as one action: as a source action when that is asked for, and among the quick fixes of
 * a finding that has one. Nothing is tried before somebody chooses it.
 */
export function fixAllActions(
  source: Source,
  marks: readonly Mark[],
  params: CodeActionParams,
  { language }: Pick<ActionContext, 'language'>,
): CodeAction[] {
  const { only } = params.context;
  const asSource = only?.some(kind => FIX_ALL_KIND === kind || FIX_ALL_KIND.startsWith(`${kind}.`)) ?? false;
  const range = spanOf(source, params.range);
  const inRange = marks.filter(mark => touches(mark.span, range));
  const asQuickFix = only?.includes(CodeActionKind.QuickFix) ?? true;
  if (!asSource && !(asQuickFix && inRange.some(mark => dropIn(mark)))) return [];
  const planned = dropInFixes(source.path, marks);
  if (planned.length < (asSource ? 1 : 2)) return [];
  const title = language.say('fix.all');
  const data: ActionData = { uri: params.textDocument.uri, title };
  return [{ title, kind: asSource ? FIX_ALL_KIND : CodeActionKind.QuickFix, data }];
}

/** The edit of the whole file's action: those fixes that work together. */
export async function resolveFixAll(
  source: Source,
  marks: readonly Mark[],
  context: ActionContext,
): Promise<ResolvedAction> {
  const sources = new Map(marks.flatMap(({ checked }) => [...checked.sources]));
  const works = await context.compatible(dropInFixes(source.path, marks), sources);
  const edits: TextEdit[] = works.flatMap(({ fix }) => fix.edits.get(source.path) ?? []);
  const title = context.language.say('fix.all-short');
  const edit =
    edits.length > 0 && workspaceEdit({ title, edits: new Map([[source.path, edits]]) }, sources, context);
  return edit ? { edit } : { refused: context.language.say('fix.all-fail') };
}

/** One fix for each finding that can be settled in this file alone. */
function dropInFixes(path: string, marks: readonly Mark[]): PlannedFix[] {
  const planned = new Map<string, PlannedFix>();
  for (const mark of marks) {
    const { finding } = mark;
    const key = `${finding.fingerprint}\n${finding.span.start}`;
    if (planned.has(key)) continue;
    const fix = dropIn(mark);
    if (fix && [...fix.edits.keys()].every(each => each === path)) planned.set(key, { finding, fix });
  }
  return [...planned.values()];
}

function dropIn(mark: Mark) {
  return fixesOfMark(mark).find(({ grade }) => grade === 'drop-in');
}
