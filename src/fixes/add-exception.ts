import { type Finding, isNotice } from '../model/finding.ts';
import type { Fix } from '../model/fix.ts';
import { phrase } from '../words/phrase.ts';
import type { FixContext } from './context.ts';
import { exceptionEdits } from './exception-text.ts';

/**
 * Adds an exception for the finding's rule and file to the repository's ruleset, or makes that file. Reason, approver and
 * day are left empty: until somebody writes them, the ruleset is refused and the last good one holds.
 */
export function addException(finding: Finding, { sources, rulesetPath }: FixContext): Fix[] {
  if (isNotice(finding)) return [];
  const exception = { match: finding.rule, paths: [finding.path], reason: '', approvedBy: '', expires: '' };
  const edits = exceptionEdits(sources.get(rulesetPath)?.text, exception);
  if (!edits) return [];
  return [
    {
      id: 'add-exception',
      title: phrase('fix.except', { rule: finding.rule }),
      grade: 'guided',
      preferred: false,
      edits: new Map([[rulesetPath, edits]]),
      reason: phrase('fix.except-next'),
      silences: true,
    },
  ];
}
