import { type Location, sliceSpan, span } from '../../text/span.ts';
import type { FixContext } from '../context.ts';
import { lineAround } from '../lines.ts';

/** How a manifest says, behind a package's name, that only other packages need it. By the format's id. */
const MARKS: Readonly<Record<string, RegExp>> = {
  // https://go.dev/ref/mod#go-mod-file-require
  'go-mod': /^[^/]*\/\/\s*indirect\b/,
};

/** Whether a manifest lists a package for others' sake: without it there, they would still bring it in. */
export function isIndirect({ path, span: place }: Location, { sources, formatOf }: FixContext): boolean {
  const source = sources.get(path);
  const mark = source && MARKS[formatOf(source)?.id ?? ''];
  if (!mark) return false;
  return mark.test(sliceSpan(source.text, span(place.end, lineAround(source.text, place.end).end)));
}
