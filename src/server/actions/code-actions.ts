import { type CodeAction, CodeActionKind, type CodeActionParams, type Command } from 'vscode-languageserver';
import { answerWithinTime } from '../../engine/index.ts';
import type { Finding } from '../../model/finding.ts';
import type { Fix } from '../../model/fix.ts';
import { SHOW_NEXT_STEP, SHOW_PLACE } from '../../protocol/requests.ts';
import type { Language } from '../../report/language.ts';
import { applyEdits } from '../../text/edit.ts';
import { makeSource, type Source } from '../../text/source.ts';
import { phrase } from '../../words/phrase.ts';
import { DIAGNOSTIC_SOURCE } from '../documents/diagnostics.ts';
import type { Mark } from '../documents/marks.ts';
import { spanOf, touches } from '../documents/ranges.ts';
import { type ActionContext, type ActionData, fixesOfMark, type ResolvedAction } from './actions.ts';
import { fixAllActions, resolveFixAll } from './fix-all.ts';
import { workspaceEdit } from './workspace-edit.ts';

/**
 * Fixes are proven when the list is asked for one place; where that would be many findings (a selection, a whole file)
 * only the first ones are, and the others when somebody chooses them.
 */
const PROVEN_AT_ONCE = 4;

/** The actions for the findings in the requested range, each finding's in its own order. */
export async function codeActions(
  source: Source,
  marks: readonly Mark[],
  params: CodeActionParams,
  context: ActionContext,
  isCancelled: () => boolean,
): Promise<CodeAction[]> {
  const withinTime = answerWithinTime();
  const actions = context.features.resolvesEdits
    ? withinTime(
        source,
        () => fixAllActions(source, marks, params, context),
        () => [],
      )
    : [];
  if (!wantsQuickFixes(params.context.only)) return actions;
  const settling: CodeAction[] = [];
  const silencing: CodeAction[] = [];
  const offeredEdits = new Set<string>();
  for (const [index, mark] of marksIn(source, marks, params).entries()) {
    const isProven = index < PROVEN_AT_ONCE || !context.features.resolvesEdits;
    const fixes = withinTime(
      source,
      () => fixesOfMark(mark),
      milliseconds => [withoutFixes(mark, milliseconds)],
    );
    for (const fix of fixes) {
      if (isCancelled()) return [];
      if (fix.silences && isOfferedAlready(fix, offeredEdits)) continue;
      const planned = { finding: mark.finding, fix };
      const offered = isProven ? await context.prove(planned, mark.checked) : fix;
      const list = offered.silences ? silencing : settling;
      list.push(...codeAction(offered, mark, params, source, context));
    }
  }
  return [...settling, ...silencing, ...actions];
}

/** Of two findings on one line, one comment or exception silences both. */
function isOfferedAlready({ edits }: Fix, offered: Set<string>): boolean {
  const key = JSON.stringify([...edits]);
  const isKnown = offered.has(key);
  offered.add(key);
  return isKnown;
}

/** In place of fixes that took too long. */
function withoutFixes({ finding }: Mark, milliseconds: number): Fix {
  return {
    id: 'too-slow',
    title: phrase('fix.replace', { value: finding.value }),
    grade: 'refused',
    preferred: false,
    edits: new Map(),
    reason: phrase('problem.too-slow', { milliseconds }),
  };
}

/** The edit of an action that was offered without one; `undefined` when its finding is gone. */
export async function resolveAction(
  { source, marks, context }: { source: Source; marks: readonly Mark[]; context: ActionContext },
  { fingerprint, title }: ActionData,
): Promise<ResolvedAction | undefined> {
  const { language } = context;
  if (fingerprint === undefined) return resolveFixAll(source, marks, context);
  const mark = marks.find(({ finding }) => finding.fingerprint === fingerprint);
  const described = mark && fixesOfMark(mark).find(fix => language.phrase(fix.title) === title);
  if (!described) return undefined;
  const fix = await context.prove({ finding: mark.finding, fix: described }, mark.checked);
  const edit = fix.grade === 'refused' ? undefined : editOf(fix, mark, source.path, context);
  if (!edit) {
    const reason = fix.reason ?? phrase('fix.no-edit');
    return { refused: language.phrase(phrase('fix.refusal', { title: fix.title, reason })) };
  }
  const { commands = [] } = fix;
  const command =
    commands.length > 0 ? nextStep(commands, language) : placeToFill(fix, mark, source.path, context);
  return command ? { edit, command } : { edit };
}

/** Puts the cursor where something is to be written, when the edit itself cannot. */
function placeToFill(
  { blanks: [blank] = [], edits }: Fix,
  { checked }: Mark,
  active: string,
  { features, root, language }: ActionContext,
): Command | undefined {
  if (!blank || !features.showsDocuments || (blank.path === active && features.snippetEdits))
    return undefined;
  const all = edits.get(blank.path) ?? [];
  const { start } = blank.edit.span;
  const own = all.indexOf(blank.edit);
  const before = all.filter(({ span }, index) => span.start < start || (span.start === start && index < own));
  const moved = before.reduce((sum, { span, newText }) => sum + newText.length - (span.end - span.start), 0);
  const text = applyEdits(checked.sources.get(blank.path)?.text ?? '', all);
  const position = makeSource(blank.path, text).lines.positionAt(start + moved + blank.offset);
  return {
    title: language.say('fix.next-step'),
    command: SHOW_PLACE,
    arguments: [root.toUri(blank.path), position],
  };
}

/** Shown once the edit is applied. */
function nextStep(commands: readonly string[], language: Language): Command {
  const sentence = language.say('fix.commands', { commands: commands.join(' && ') });
  return { title: language.say('fix.next-step'), command: SHOW_NEXT_STEP, arguments: [sentence] };
}

function wantsQuickFixes(only: readonly string[] | undefined): boolean {
  return only?.some(kind => kind === '' || kind === CodeActionKind.QuickFix) ?? true;
}

/** One mark for each finding in the range. */
function marksIn(source: Source, marks: readonly Mark[], params: CodeActionParams): Mark[] {
  const range = spanOf(source, params.range);
  const findings = new Map<Finding, Mark>();
  for (const mark of marks) {
    if (touches(mark.span, range) && !findings.has(mark.finding)) findings.set(mark.finding, mark);
  }
  return [...findings.values()];
}

function codeAction(
  fix: Fix,
  mark: Mark,
  params: CodeActionParams,
  source: Source,
  context: ActionContext,
): CodeAction[] {
  const { features, language } = context;
  const title = language.phrase(fix.title);
  const action: CodeAction = {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: params.context.diagnostics.filter(
      ({ source, code }) => source === DIAGNOSTIC_SOURCE && code === mark.finding.rule,
    ),
  };
  if (fix.grade === 'refused') {
    return features.disabledActions
      ? [{ ...action, disabled: { reason: language.phrase(fix.reason ?? fix.title) } }]
      : [];
  }
  if (fix.preferred) action.isPreferred = true;
  if (!features.resolvesEdits) {
    const edit = editOf(fix, mark, source.path, context);
    return edit ? [{ ...action, edit }] : [];
  }
  const data: ActionData = {
    uri: params.textDocument.uri,
    fingerprint: mark.finding.fingerprint,
    title,
  };
  return [{ ...action, data }];
}

function editOf(
  { title, reason, edits, blanks = [] }: Fix,
  { checked }: Mark,
  active: string,
  context: ActionContext,
) {
  const { language } = context;
  const words = reason === undefined ? {} : { reason: language.phrase(reason) };
  return workspaceEdit(
    { title: language.phrase(title), ...words, edits, blanks },
    checked.sources,
    context,
    active,
  );
}
