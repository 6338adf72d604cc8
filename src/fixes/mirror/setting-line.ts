import type { TextEdit } from '../../text/edit.ts';
import type { Span } from '../../text/span.ts';
import { lineAround, removeLines } from '../lines.ts';
import type { Remove } from './removal.ts';

/** `key = address` or `key: address` in an INI file. */
export const removeIniLine: Remove = (text, { span }) =>
  removeLineWhen(
    text,
    span,
    /^[ \t]*(?:export[ \t]+)?[^\s=:#;[][^=#;]*?[ \t]*[=:][ \t]*["']?$/,
    /^\/?["']?[ \t]*(?:[#;].*)?$/,
  );

/** `//host/:_authToken = …`: what is said to the mirror. */
export const removeHostLine: Remove = (text, { span, scheme }) =>
  scheme === '//' ? removeLineWhen(text, span, /^[ \t]*$/, /^.*$/) : undefined;

/** `trusted-host = host` of pip. */
export const removeTrustedHost: Remove = (text, { span }) =>
  removeLineWhen(text, span, /^[ \t]*trusted-host[ \t]*[=:][ \t]*$/, /^[ \t]*$/);

/** `key address` or `key: address`, as in Yarn's first settings. */
export const removePlainLine: Remove = (text, { span }) =>
  removeLineWhen(text, span, /^[ \t]*["']?[\w.:@/-]+["']?:?[ \t]+["']?$/, /^["']?[ \t]*$/);

/** `--index-url address` in a requirements file. */
export const removeOptionLine: Remove = (text, { span }) =>
  removeLineWhen(
    text,
    span,
    /^[ \t]*(?:-i|--index-url|--extra-index-url|--trusted-host)[ \t=]*["']?$/,
    /^["']?[ \t]*(?:#.*)?$/,
  );

/** Nobody writes longer ones. */
const LONGEST_LINE = 2000;

/** Removes the address's line when what stands before and behind the address is as expected. */
function removeLineWhen(text: string, place: Span, before: RegExp, after: RegExp): TextEdit[] | undefined {
  const line = lineAround(text, place.start);
  if (line.end - line.start > LONGEST_LINE) return undefined;
  const matches =
    before.test(text.slice(line.start, place.start)) && after.test(text.slice(place.end, line.end));
  return matches ? [removeLines(text, place.start)] : undefined;
}
