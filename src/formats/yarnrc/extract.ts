import type { Reference } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { placedSlice } from '../../parsers/placed-text.ts';
import { type Span, span } from '../../text/span.ts';
import { suppressionComments } from '../shared/comments/suppression-comments.ts';
import { npmModule } from '../shared/modules/npm-module.ts';
import { npmSettingReferences } from '../shared/registries/npm-yaml-settings.ts';

/** Registries, mirrors and proxies in the settings of Yarn 1. Secrets are never read. */
export const extractYarnrc: Extract = source => {
  const { text } = source;
  const scope = npmModule(source.path);
  const references: Reference[] = [];
  const comments: Span[] = [];
  const lines: Span[] = [];
  for (const match of text.matchAll(LINE)) {
    const [line, blank = '', comment, quotedKey, key, separator = '', quoted, bare] = match;
    const start = match.index + blank.length;
    if (comment !== undefined) {
      comments.push(span(start, match.index + line.length));
      continue;
    }
    const name = (quotedKey ?? key ?? '').replace(/^--(?:[a-z]+\.)?/, '').replace(/:$/, '');
    const keyLength = quotedKey === undefined ? (key?.length ?? 0) : quotedKey.length + 2;
    const value = quoted ?? bare ?? '';
    const valueStart = start + keyLength + separator.length + (quoted === undefined ? 0 : 1);
    const place = span(valueStart, valueStart + value.length);
    lines.push(span(start, place.end));
    const node = { kind: 'scalar', type: 'string', ...placedSlice(text, place) } as const;
    if (value !== '') references.push(...npmSettingReferences(node, name, { scope, structuralPath: [name] }));
  }
  return {
    references,
    definitions: [],
    calls: [],
    comments: suppressionComments(text, comments, () => lines),
    problems: [],
  };
};

/** A comment, or `key value` with or without quotes; keys can be options: `--install.registry`. */
const LINE =
  /^([ \t]*)(?:(#[^\r\n]*)|(?:"([^"\r\n]*)"|([^\s"#][^\s"]*))(:?[ \t]+)(?:"([^"\r\n]*)|([^\s"#][^\s"]*))?)/gm;
