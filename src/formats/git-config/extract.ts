import type { Reference } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { GIT_INI, type IniEntry, parseIni } from '../../parsers/ini.ts';
import { placedSlice } from '../../parsers/placed-text.ts';
import { type Span, sliceSpan, span } from '../../text/span.ts';
import { iniComments } from '../shared/comments/ini-blocks.ts';
import { folderModule } from '../shared/modules/folder-module.ts';
import { uniqueReferences } from '../shared/unique-references.ts';
import { hostReferences } from '../shared/url-references.ts';

/** The hosts that git talks to; names, addresses of mail and commands are left alone. */
export const extractGitConfig: Extract = source => {
  const document = parseIni(source, GIT_INI);
  const scope = folderModule('git-config', source.path);
  return {
    references: uniqueReferences([
      ...document.sections.flatMap(section => sectionReferences(source.text, section.span, scope)),
      ...document.entries.flatMap(entry => entryReferences(entry, scope)),
    ]),
    definitions: [],
    calls: [],
    comments: iniComments(source.text, document),
    problems: document.problems,
  };
};

/** `[url "https://mirror/"]`, as `git config url."https://mirror/".insteadOf …` writes it. */
function sectionReferences(text: string, header: Span, scope: string): Reference[] {
  const written = sliceSpan(text, header);
  const [, before = '', address = ''] = ADDRESS_SECTION.exec(written) ?? [];
  const start = header.start + before.length;
  const place = placedSlice(text, span(start, start + address.length));
  return hostReferences(place, { scope, structuralPath: [address] });
}

const ADDRESS_SECTION = /^(\[[ \t]*(?:url|http|credential)[ \t]+")([^"]*)"/i;

function entryReferences({ section, key, value }: IniEntry, scope: string): Reference[] {
  if (!value || !ADDRESS_KEYS.has(key.toLowerCase())) return [];
  return hostReferences(value, { scope, structuralPath: [section, key] });
}

const ADDRESS_KEYS = new Set(['url', 'pushurl', 'insteadof', 'pushinsteadof', 'proxy', 'smtpserver']);
