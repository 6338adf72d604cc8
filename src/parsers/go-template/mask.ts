import { blank, markOf, withEmptyBlockStarts, withoutMarks } from '../marks.ts';
import type { TemplateAction } from './actions.ts';

/** The text with a mark in the place of every action; all else keeps its place. */
export function maskActions(text: string, actions: readonly TemplateAction[]): string {
  return mask(text, actions, () => undefined);
}

/**
 * The text as the YAML that it becomes, near enough to be parsed, with every character in its place: actions that have
 * lines to themselves are blank, those inside a line are marks, and named templates are documents of their own.
 */
export function maskForYaml(text: string, actions: readonly TemplateAction[]): string {
  const documents = boundariesOfNamed(actions);
  const alone = actionsAlone(text, actions);
  const masked = mask(text, actions, action => {
    const written = text.slice(action.span.start, action.span.end);
    if (!alone.has(action)) return action.kind === 'silent' ? blank(written) : undefined;
    const isColumnZero = action.span.start === 0 || text[action.span.start - 1] === '\n';
    return documents.has(action) && isColumnZero ? `---${blank(written).slice(3)}` : blank(written);
  });
  return withEmptyBlockStarts(masked);
}

function mask(
  text: string,
  actions: readonly TemplateAction[],
  replacement: (action: TemplateAction) => string | undefined,
): string {
  const parts: string[] = [];
  let position = 0;
  for (const action of actions) {
    const { start, end } = action.span;
    parts.push(withoutMarks(text.slice(position, start)));
    parts.push(replacement(action) ?? markOf(end - start));
    position = end;
  }
  parts.push(withoutMarks(text.slice(position)));
  return parts.join('');
}

/** Actions beside which their lines hold nothing but other actions. */
function actionsAlone(text: string, actions: readonly TemplateAction[]): ReadonlySet<TemplateAction> {
  const alone = new Set<TemplateAction>();
  let group: TemplateAction[] = [];
  let isAlone = true;
  const finish = (): void => {
    if (isAlone) for (const action of group) alone.add(action);
    group = [];
  };
  let position = 0;
  for (const action of actions) {
    const before = text.slice(position, action.span.start);
    const lineStart = before.lastIndexOf('\n') + 1;
    if (lineStart > 0 || group.length === 0) {
      if (group.length > 0) isAlone &&= before.slice(0, before.indexOf('\n')).trim() === '';
      finish();
      isAlone = before.slice(lineStart).trim() === '';
    } else {
      isAlone &&= before.trim() === '';
    }
    group.push(action);
    position = action.span.end;
  }
  const lineEnd = text.indexOf('\n', position);
  isAlone &&= text.slice(position, lineEnd < 0 ? text.length : lineEnd).trim() === '';
  finish();
  return alone;
}

/** Where named templates begin and end. */
function boundariesOfNamed(actions: readonly TemplateAction[]): ReadonlySet<TemplateAction> {
  const boundaries = new Set<TemplateAction>();
  for (const { begin, end } of namedTemplates(actions)) boundaries.add(begin).add(end);
  return boundaries;
}

/** `{{ define "name" }}` and the `{{ end }}` that belongs to it. */
export function namedTemplates(
  actions: readonly TemplateAction[],
): { readonly begin: TemplateAction; readonly end: TemplateAction }[] {
  const named: { begin: TemplateAction; end: TemplateAction }[] = [];
  const open: TemplateAction[] = [];
  for (const action of actions) {
    if (action.kind === 'begin' || action.kind === 'define') open.push(action);
    if (action.kind !== 'end') continue;
    const begin = open.pop();
    if (begin?.kind === 'define') named.push({ begin, end: action });
  }
  return named;
}
