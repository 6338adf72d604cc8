import type { Reference } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { linesOf } from '../../parsers/lines.ts';
import { type Span, span } from '../../text/span.ts';
import { suppressionComments } from '../shared/comments/suppression-comments.ts';
import { folderModule } from '../shared/modules/folder-module.ts';
import { hostReferences, isInUrl, mirrorReferences } from '../shared/url-references.ts';

/** Options on lines: `common --registry=https://…`. */
export const extractBazelrc: Extract = source => {
  const scope = folderModule('bazel', source.path);
  const references: Reference[] = [];
  const comments: Span[] = [];
  const lines: Span[] = [];
  for (const line of linesOf(source.text)) {
    const mark = commentStart(line.text);
    if (mark >= 0) comments.push(span(line.start + mark, line.end));
    if (mark !== 0) lines.push(line);
    const content = mark < 0 ? line.text : line.text.slice(0, mark);
    references.push(...optionsOf(content, line.start, scope));
  }
  const silencing = suppressionComments(source.text, comments, () => lines);
  return { references, definitions: [], calls: [], comments: silencing, problems: [] };
};

/** A `#` at the beginning or behind a blank. */
function commentStart(line: string): number {
  return line.startsWith('#') ? 0 : line.search(/\s#/);
}

function optionsOf(content: string, offset: number, scope: string): Reference[] {
  return [...content.matchAll(OPTION)].flatMap(match => {
    const [whole, name = '', value = ''] = match;
    const start = offset + match.index + whole.length - value.length;
    const text = { text: value, span: span(start, start + value.length) };
    const where = { scope, structuralPath: [name] };
    if (name === 'registry') return mirrorReferences(text, 'bazel', where);
    return hostReferences(text, where, mention => ADDRESSES.test(name) || isInUrl(value, mention));
  });
}

const OPTION = /--([\w-]{1,100})(?:=|\s+)["']?([^\s"'-][^\s"']*)/g;

/** Options that take a host without scheme. */
const ADDRESSES = /^(?:remote_(?:cache|executor|downloader|proxy)|bes_backend|proxy)$/;
