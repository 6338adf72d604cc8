import type { TextEdit } from '../../text/edit.ts';
import type { Span } from '../../text/span.ts';
import { lineAround, removeLines, type WholeLine } from '../lines.ts';
import type { Remove } from './removal.ts';

/** `key: address` or `- NAME=address` in YAML, with every parent that has nothing else in it. */
export const removeYamlLine: Remove = (text, { span }) =>
  removeWhen(text, span, /^[ \t]*(?:["']?[^\s#"'-][^#]*?["']?:[ \t]+|-[ \t]+["']?\w+=)["']?$/);

/** `- address` in YAML, with every parent that has nothing else in it. */
export const removeYamlItem: Remove = (text, { span }) => removeWhen(text, span, /^[ \t]*-[ \t]+["']?$/);

function removeWhen(text: string, place: Span, before: RegExp): TextEdit[] | undefined {
  const line = lineAround(text, place.start);
  const after = text.slice(place.end, line.end);
  if (!before.test(text.slice(line.start, place.start)) || !/^["']?[ \t]*(?:#.*)?$/.test(after))
    return undefined;
  return [removeLines(text, topmost(text, line).start, place.start)];
}

/** The line itself, else the furthest line above it that has only it below. */
function topmost(text: string, own: WholeLine): WholeLine {
  let first = own;
  for (let parent = onlyParent(text, first, own); parent; parent = onlyParent(text, first, own))
    first = parent;
  return first;
}

/** The line that `first` belongs to, when nothing else does. */
function onlyParent(text: string, first: WholeLine, last: WholeLine): WholeLine | undefined {
  const indent = indentOf(text, first);
  if (indent === 0) return undefined;
  const above = saying(text, first.start, -1);
  const below = saying(text, last.next, 1);
  const isAlone = below === undefined || indentOf(text, below) < indent;
  const isParent =
    above && indentOf(text, above) < indent && /^[^#-]*:[ \t]*$/.test(text.slice(above.start, above.end));
  return isAlone && isParent ? above : undefined;
}

/** The nearest line above or from `offset` on that says something. */
function saying(text: string, offset: number, direction: 1 | -1): WholeLine | undefined {
  let at = direction > 0 ? offset : offset - 1;
  while (at >= 0 && at < text.length) {
    const line = lineAround(text, direction > 0 ? at : lineAround(text, at).start);
    if (/^[ \t]*[^\s#]/.test(text.slice(line.start, line.end))) return line;
    at = direction > 0 ? line.next : line.start - 1;
    if (line.next <= line.start) return undefined;
  }
  return undefined;
}

function indentOf(text: string, { start, end }: Span): number {
  return /^[ \t]*/.exec(text.slice(start, end))?.[0].length ?? 0;
}
