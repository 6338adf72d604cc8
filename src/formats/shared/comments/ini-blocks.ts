import type { Comment } from '../../../model/extraction.ts';
import type { IniDocument } from '../../../parsers/ini.ts';
import { span } from '../../../text/span.ts';
import { suppressionComments } from './suppression-comments.ts';

/** The comments that may hold a suppression; a block is the section or entry that follows. */
export function iniComments(text: string, { comments, sections, entries }: IniDocument): Comment[] {
  const ends = sections.map((_, index) => sections[index + 1]?.span.start ?? text.length);
  const blocks = [
    ...sections.map((section, index) => span(section.span.start, ends[index] ?? section.span.end)),
    ...entries.map(({ keySpan, value }) => span(keySpan.start, value?.span.end ?? keySpan.end)),
  ];
  return suppressionComments(text, comments, () => blocks);
}
