import type { Reference } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { linesOf } from '../../parsers/lines.ts';
import { type Span, span } from '../../text/span.ts';
import { suppressionComments } from '../shared/comments/suppression-comments.ts';
import { gradleModule } from '../shared/modules/gradle-module.ts';
import { packageReferences } from '../shared/packages/named-package.ts';

/** One module on each line: `group:artifact:version=configuration,…`. */
export const extractGradleLock: Extract = source => {
  const scope = gradleModule(source.path);
  const references: Reference[] = [];
  const comments: Span[] = [];
  for (const line of linesOf(source.text)) {
    if (line.text.startsWith('#')) comments.push(line);
    const match = MODULE.exec(line.text);
    if (!match) continue;
    const [, group = '', artifact = '', version = ''] = match;
    const name = `${group}:${artifact}`;
    references.push(
      ...packageReferences(
        {
          type: 'maven',
          path: `${group}/${artifact}`,
          name,
          span: span(line.start, line.start + name.length),
          written: version,
          version,
          dependency: 'transitive',
        },
        { scope, structuralPath: [name] },
      ),
    );
  }
  const silencing = suppressionComments(source.text, comments, () => references.map(each => each.span));
  return { references, definitions: [], calls: [], comments: silencing, problems: [] };
};

const MODULE = /^([\w.-]{1,200}):([\w.-]{1,200}):([^\s:=]{1,100})(?:=|$)/;
