import type { Extract } from '../../model/format.ts';
import { compareSpans } from '../../text/span.ts';
import { suppressionComments } from '../shared/comments/suppression-comments.ts';
import { goModule } from '../shared/modules/go-module.ts';
import { type GoDirective, readGoFile } from '../shared/packages/go-lines.ts';
import { GoReferences } from '../shared/packages/go-references.ts';

/** The modules that a Go module or workspace asks for. What is excluded or retracted is not used. */
export const extractGoMod: Extract = source => {
  const { directives, comments, blocks } = readGoFile(source.text);
  const found = new GoReferences(goModule(source.path));
  for (const directive of directives) {
    if (directive.verb === 'require') found.require(directive);
    if (directive.verb === 'replace') found.replace(directive);
  }
  return {
    references: found.references().sort((a, b) => compareSpans(a.span, b.span)),
    definitions: [],
    calls: [],
    comments: suppressionComments(source.text, comments, () => blocks),
    problems: [],
    ...(directives.some(listsAll) ? { listsAll: true } : {}),
  };
};

/** From Go 1.17 on, `go.mod` names the indirect modules too (https://go.dev/ref/mod#graph-pruning). */
function listsAll({ verb, words }: GoDirective): boolean {
  const [, minor] = /^1\.(\d+)/.exec(words[0]?.text ?? '') ?? [];
  return verb === 'go' && Number(minor) >= 17;
}
