import type { Presentation } from '../report.ts';
import { styleFor, withLineBreaks } from '../text/style.ts';
import type { Document } from './document.ts';
import { documentMarkdown } from './document-markdown.ts';
import { documentText } from './document-text.ts';

/** The looks that `explain --format` knows by name. */
export const EXPLAIN_RENDERERS = {
  text: (document: Document, presentation: Presentation): Iterable<string> =>
    withLineBreaks(documentText(document, styleFor(presentation))),
  markdown: (document: Document): Iterable<string> => [
    `${documentMarkdown(document, { commands: false })}\n`,
  ],
} satisfies Record<string, (document: Document, presentation: Presentation) => Iterable<string>>;
