import { type Span, span } from '../../text/span.ts';

/** What stands between `{{` and `}}` (https://pkg.go.dev/text/template#hdr-Actions). */
export interface TemplateAction {
  /** With the braces. */
  readonly span: Span;
  /** Without braces, trim markers and the white space inside them. */
  readonly inner: Span;
  /** `{{-` and `-}}`: the white space beside it is not written. */
  readonly trimsBefore: boolean;
  readonly trimsAfter: boolean;
  readonly kind: ActionKind;
  /** It has words behind its first: `else if`, but not `else`. */
  readonly isCondition: boolean;
}

/**
 * `value` writes something; `begin` (`if`, `with`, `range`, `block`), `else` and `end` enclose text; `define` begins a
 * named template; `silent` writes nothing: a comment or an assignment.
 */
type ActionKind = 'value' | 'begin' | 'else' | 'end' | 'define' | 'silent';

/** The actions of a template in the text's order. One that is not closed ends the reading. */
export function actionsOf(text: string): TemplateAction[] {
  const actions: TemplateAction[] = [];
  for (let start = text.indexOf('{{'); start >= 0; ) {
    const end = endOfAction(text, start);
    if (end === undefined) break;
    actions.push(actionAt(text, start, end));
    start = text.indexOf('{{', end);
  }
  return actions;
}

/** Braces inside strings and comments do not end an action. */
function endOfAction(text: string, start: number): number | undefined {
  const isComment = COMMENT_START.test(text.slice(start, start + 10));
  const closing = isComment ? /\*\/\s*-?\}\}/g : /"(?:\\.|[^"\\\n])*("?)|`[^`]*`|\}\}/g;
  closing.lastIndex = start + 2;
  for (let match = closing.exec(text); match; match = closing.exec(text)) {
    const [found, quote] = match;
    if (found.endsWith('}}') && !/^["`]/.test(found)) return match.index + found.length;
    // A string that is not closed takes in no braces.
    const inside = quote === '' ? found.indexOf('}}') : -1;
    if (inside >= 0) return match.index + inside + 2;
  }
  return undefined;
}

const COMMENT_START = /^\{\{-?\s*\/\*/;

function actionAt(text: string, start: number, end: number): TemplateAction {
  const trimsBefore = text[start + 2] === '-' && /\s/.test(text.charAt(start + 3));
  const trimsAfter = end - start > 5 && text[end - 3] === '-';
  let from = start + (trimsBefore ? 3 : 2);
  let to = end - (trimsAfter ? 3 : 2);
  while (from < to && /\s/.test(text.charAt(from))) from++;
  while (to > from && /\s/.test(text.charAt(to - 1))) to--;
  const head = text.slice(from, Math.min(to, from + MOST_OF_A_HEAD));
  return {
    span: span(start, end),
    inner: span(from, to),
    trimsBefore,
    trimsAfter,
    kind: kindOf(head),
    isCondition: /\s/.test(head),
  };
}

const MOST_OF_A_HEAD = 200;

function kindOf(inner: string): ActionKind {
  const word = /^[a-z]+(?![\w.])/.exec(inner)?.[0];
  const known = word === undefined ? undefined : KIND_BY_WORD.get(word);
  if (known) return known;
  return inner === '' || inner.startsWith('/*') || /^\$\w*\s*(?:,\s*\$\w*\s*)?:?=/.test(inner)
    ? 'silent'
    : 'value';
}

const KIND_BY_WORD: ReadonlyMap<string, ActionKind> = new Map([
  ['if', 'begin'],
  ['with', 'begin'],
  ['range', 'begin'],
  ['block', 'begin'],
  ['else', 'else'],
  ['end', 'end'],
  ['define', 'define'],
  ['break', 'silent'],
  ['continue', 'silent'],
]);
