import { type Finding, isNotice } from '../model/finding.ts';
import type { Fix } from '../model/fix.ts';
import { span } from '../text/span.ts';
import { phrase } from '../words/phrase.ts';
import type { FixContext } from './context.ts';

/**
 * Silences the finding by a comment on the line above, in the file's own comment syntax: nothing for formats without
 * comments or where the ruleset forbids it. The comment ends where the reason belongs, and is itself a finding until
 * somebody writes one.
 */
export function ignoreFinding(finding: Finding, { sources, formatOf, ruleset }: FixContext): Fix[] {
  const source = sources.get(finding.path);
  if (!source || ruleset.suppressions === 'forbid' || isNotice(finding)) return [];
  const lineComment = formatOf(source)?.lineComment;
  if (!lineComment) return [];
  const start = source.lines.lineStart(source.lines.positionAt(finding.span.start).line);
  const indentation = /^[ \t]*/.exec(source.text.slice(start, finding.span.start))?.[0] ?? '';
  const lineBreak = source.text.includes('\r\n') ? '\r\n' : '\n';
  const comment = `${indentation}${lineComment} vendor-diligence-ignore-next-line ${finding.rule} -- `;
  const edit = { span: span(start, start), newText: comment + lineBreak };
  return [
    {
      id: 'ignore',
      title: phrase('fix.ignore', { rule: finding.rule }),
      grade: 'guided',
      preferred: false,
      edits: new Map([[finding.path, [edit]]]),
      blanks: [{ path: finding.path, edit, offset: comment.length }],
      reason: phrase('fix.ignore-next'),
      silences: true,
    },
  ];
}
