import type { TemplateAction } from './actions.ts';

/** Stands for an action in a masked text: the first character, then as many others as the action is long. */
export const MARK = /\uE000\uE001*/g;
const MARK_START = '\uE000';
const MARK_REST = '\uE001';

/** Does a masked text have actions? */
export function hasMark(text: string): boolean {
  return text.includes(MARK_START);
}

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
  return masked.replace(
    BLANK_START_OF_BLOCK,
    (_all, header: string, lines: string) => header + lines.replace(/[ \t\r]/g, '\n'),
  );
}

/** In YAML no blank line above a block's first line of content may be longer than that is indented. */
const BLANK_START_OF_BLOCK = /([|>][-+\d]{0,2}[ \t]*\n)((?:[ \t]*\r?\n)+)/g;

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
    parts.push(replacement(action) ?? MARK_START + MARK_REST.repeat(end - start - 1));
    position = end;
  }
  parts.push(withoutMarks(text.slice(position)));
  return parts.join('');
}

/** The two characters are nobody's (https://www.unicode.org/faq/private_use.html); what has them all the same loses them. */
function withoutMarks(text: string): string {
  return text.replace(/[\uE000\uE001]/g, '?');
}

/** Line breaks stay, so that lines are the same. */
function blank(written: string): string {
  return written.replace(/[^\r\n]/g, ' ');
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
