import type { Finding } from '../model/finding.ts';
import type { Fix } from '../model/fix.ts';
import type { Format } from '../model/format.ts';
import type { Source } from '../text/source.ts';
import { span } from '../text/span.ts';

/**
 * Silences the finding by a comment on the line above, in the file's own comment syntax. Without a reason the comment
 * ends where the reason belongs, and is itself a finding until somebody writes one.
 * @returns `undefined` for formats without comments.
 */
export function ignoreFinding(
  finding: Finding,
  source: Source,
  lineComment: NonNullable<Format['lineComment']> | undefined,
  reason = '',
): Fix | undefined {
  if (!lineComment) return undefined;
  const start = source.lines.lineStart(source.lines.positionAt(finding.span.start).line);
  const indentation = /^[ \t]*/.exec(source.text.slice(start, finding.span.start))?.[0] ?? '';
  const lineBreak = source.text.includes('\r\n') ? '\r\n' : '\n';
  const comment = `${indentation}${lineComment} vendor-diligence-ignore-next-line ${finding.rule} -- ${reason}${lineBreak}`;
  return {
    id: 'ignore',
    title: `Ignore ${finding.rule} here, with a reason`,
    grade: 'guided',
    preferred: false,
    edits: new Map([[finding.path, [{ span: span(start, start), newText: comment }]]]),
    reason: 'Write the reason behind "--".',
  };
}
