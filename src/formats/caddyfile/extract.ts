import type { Reference } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { splitExpressions } from '../../parsers/embedded.ts';
import { makeSlicer, visibleText } from '../../parsers/interpolation.ts';
import { linesOf } from '../../parsers/lines.ts';
import { span } from '../../text/span.ts';
import { scriptComments } from '../shared/comments/script-comments.ts';
import { folderModule } from '../shared/modules/folder-module.ts';
import { stringReferences } from '../shared/strings.ts';
import { toolProvider } from '../shared/tools/tool-provider.ts';

/** The providers of DNS that a Caddyfile names, and hosts. */
export const extractCaddyfile: Extract = ({ path, text }) => {
  const scope = folderModule('caddyfile', path);
  const references: Reference[] = [];
  for (const line of linesOf(text)) {
    const [directive = ''] = /^[^\s{#]*/.exec(line.text) ?? [];
    const where = { scope, structuralPath: [directive] };
    const written = line.text.replace(/(?:^|\s)#.*$/s, '');
    const placed = { text: written, span: span(line.start, line.start + written.length) };
    const words = splitExpressions(placed, PLACEHOLDER);
    const [before = '', name = ''] = PROVIDER.exec(visibleText(words).text)?.slice(1) ?? [];
    references.push(
      ...(name === ''
        ? stringReferences(words, where)
        : toolProvider('caddy', makeSlicer(words)(before.length, before.length + name.length), where)),
    );
  }
  return { references, definitions: [], calls: [], comments: scriptComments(text), problems: [] };
};

/** `dns` in a site's `tls`, `acme_dns` for all sites. */
const PROVIDER = /^((?:acme_)?dns[ \t]+)([\w-]+)/;

/** `{$NAME}` and `{env.NAME}` */
const PLACEHOLDER = /\{(?:\$|[a-z_]+\.)[^{}\s]{1,200}\}/g;
