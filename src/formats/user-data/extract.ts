import type { Extract } from '../../model/format.ts';
import { span } from '../../text/span.ts';
import { suppressionComments } from '../shared/comments/suppression-comments.ts';
import { scopeVariable } from '../shared/expressions.ts';
import { startUpModule } from '../shared/modules/start-up-module.ts';
import { shellReferences } from '../shared/scripts/shell-references.ts';
import { uniqueReferences } from '../shared/unique-references.ts';

/** What a start-up script refers to. */
export const extractUserData: Extract = ({ text, path }) => {
  const where = { scope: startUpModule(path), structuralPath: [] };
  const whole = { text, span: span(0, text.length) };
  return {
    references: uniqueReferences(shellReferences(whole, { where, lookUp: scopeVariable })),
    definitions: [],
    calls: [],
    comments: suppressionComments(text, commentsIn(text), () => []),
    problems: [],
  };
};

/** Comments on lines of their own. */
function commentsIn(text: string) {
  return [...text.matchAll(/^[ \t]*#.*$/gm)].map(({ index, 0: line }) => span(index, index + line.length));
}
