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
    ...(listsAll(directives) ? { listsAll: true } : {}),
  };
};

/**
 * From Go 1.17 on, `go.mod` names the indirect modules too (https://go.dev/ref/mod#graph-pruning). `go.work`, which has a
 * `go` line as well, names no modules of others.
 */
function listsAll(directives: readonly GoDirective[]): boolean {
  const firstWordOf = (name: string) => directives.find(({ verb }) => verb === name)?.words[0]?.text;
  const [, minor] = /^1\.(\d+)/.exec(firstWordOf('go') ?? '') ?? [];
  return firstWordOf('module') !== undefined && Number(minor) >= 17;
}
