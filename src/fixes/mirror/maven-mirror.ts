import { span } from '../../text/span.ts';
import { lineAround } from '../lines.ts';
import type { Remove } from './removal.ts';

const OPEN = '<mirror>';
const CLOSE = '</mirror>';

/** The `<mirror>` element around the address, with its lines when they hold nothing else. */
export const removeMirrorElement: Remove = (text, written) => {
  const start = text.lastIndexOf(OPEN, written.span.start);
  const end = text.indexOf(CLOSE, written.span.end) + CLOSE.length;
  if (start < 0 || end < CLOSE.length) return undefined;
  const inside = text.slice(start + OPEN.length, end - CLOSE.length);
  if (inside.includes(CLOSE) || inside.includes(OPEN) || inside.includes('<!--')) return undefined;
  const [first, last] = [lineAround(text, start), lineAround(text, end)];
  const isAlone = text.slice(first.start, start).trim() === '' && text.slice(end, last.end).trim() === '';
  return [{ span: isAlone ? span(first.start, last.next) : span(start, end), newText: '' }];
};
