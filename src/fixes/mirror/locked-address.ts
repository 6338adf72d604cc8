import { type Span, span } from '../../text/span.ts';
import { lineAround } from '../lines.ts';
import type { Remove } from './removal.ts';

/*
 * The address of a package in a lockfile, whose integrity stays: the package manager then fetches it from the registry
 * that is set.
 */

/** `, tarball: address`: pnpm writes none for its default. */
export const removeTarball: Remove = (text, { span: place }) => {
  const line = lineAround(text, place.start);
  const key = /,?(?<![ \t])[ \t]*tarball:[ \t]*["']?$/.exec(
    text.slice(Math.max(line.start, place.start - NEAR), place.start),
  )?.[0];
  const rest = /^[^\s"',}]*["']?(?=[ \t]*(?:,|\}|$))/.exec(text.slice(place.end, line.end))?.[0];
  if (key === undefined || rest === undefined) return undefined;
  return [{ span: span(place.start - key.length, place.end + rest.length), newText: '' }];
};

/** `["name@version", "address", …]`: Bun writes an empty one for its default. */
export const emptyAddress: Remove = (text, { span: place }) => {
  const line = lineAround(text, place.start);
  const isSecond = /"[^"]*",[ \t]*"$/.test(text.slice(Math.max(line.start, place.start - NEAR), place.start));
  const rest = /^[^"]*(?=",[ \t]*\{)/.exec(text.slice(place.end, line.end))?.[0];
  return isSecond && rest !== undefined
    ? [{ span: span(place.start, place.end + rest.length), newText: '' }]
    : undefined;
};

/** `::__archiveUrl=address`, percent-encoded: Yarn writes none for its default. */
export const removeArchiveUrl: Remove = (text, { span: place }) => {
  const line = lineAround(text, place.start);
  const key = /::__archiveUrl=$/.exec(text.slice(Math.max(line.start, place.start - NEAR), place.start))?.[0];
  const rest = /^[^\s"&]*(?=["\s]|$)/.exec(text.slice(place.end, line.end))?.[0];
  if (key === undefined || rest === undefined) return undefined;
  return [{ span: span(place.start - key.length, place.end + rest.length), newText: '' }];
};

/** `"name": "address"` with its comma, and with its line when it has one of its own. */
export const removeJsonProperty: Remove = (text, { span: place }) => {
  const before = text.slice(Math.max(0, place.start - NEAR), place.start);
  const property = /"(?:[^"\\\r\n]|\\.)*"\s*:\s*"$/.exec(before)?.[0];
  const rest = /^[^"\r\n]*"/.exec(text.slice(place.end, place.end + NEAR))?.[0];
  if (property === undefined || rest === undefined) return undefined;
  const own = span(place.start - property.length, place.end + rest.length);
  const comma = /^\s*,/.exec(text.slice(own.end, own.end + NEAR))?.[0];
  return comma === undefined
    ? lastProperty(text, own)
    : [{ span: withComma(text, own, comma.length), newText: '' }];
};

const NEAR = 500;

/** The comma before it goes too. */
function lastProperty(text: string, { start, end }: Span) {
  const gap = /,\s*$/.exec(text.slice(Math.max(0, start - NEAR), start))?.[0];
  return gap === undefined ? undefined : [{ span: span(start - gap.length, end), newText: '' }];
}

function withComma(text: string, { start, end }: Span, comma: number): Span {
  const behind = end + comma;
  const line = lineAround(text, start);
  const hasOwnLine =
    text.slice(line.start, start).trim() === '' && text.slice(behind, line.end).trim() === '';
  if (hasOwnLine) return span(line.start, line.next);
  const blanks = /^[ \t]*/.exec(text.slice(behind, behind + NEAR))?.[0].length ?? 0;
  return span(start, behind + blanks);
}
