import type { Reference } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { linesOf } from '../../parsers/lines.ts';
import { span } from '../../text/span.ts';
import { scriptComments } from '../shared/comments/script-comments.ts';
import { folderModule } from '../shared/modules/folder-module.ts';
import { hostReferences, isInUrl } from '../shared/url-references.ts';

/** Every plug-in by its id: `id`, `id:version`, `id::https://…`. */
export const extractJenkinsPlugins: Extract = ({ path, text }) => {
  const scope = folderModule('jenkins-plugins', path);
  const references: Reference[] = [];
  for (const line of linesOf(text)) {
    const id = /^[A-Za-z][\w-]*(?=$|[:\s])/.exec(line.text)?.[0];
    if (id === undefined) continue;
    const place = span(line.start, line.start + id.length);
    const where = { scope, structuralPath: [id] };
    const written = line.text.replace(/\s#.*$/s, '');
    references.push(
      { kind: 'plugin', value: { type: 'literal', value: id, span: place }, span: place, ...where },
      ...hostReferences(
        { text: written, span: span(line.start, line.start + written.length) },
        where,
        mention => isInUrl(written, mention),
      ),
    );
  }
  return { references, definitions: [], calls: [], comments: scriptComments(text), problems: [] };
};
