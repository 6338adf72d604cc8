import { type Finding, isNotice } from '../model/finding.ts';
import type { Fix } from '../model/fix.ts';
import type { TextEdit } from '../text/edit.ts';
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
      blanks: edits.flatMap(edit => blanksIn(edit).map(offset => ({ path: rulesetPath, edit, offset }))),
      reason: phrase('fix.except-next'),
      silences: true,
    },
  ];
}

/** Between the quotes of what is left empty. */
function blanksIn({ newText }: TextEdit): number[] {
  return ['reason', 'approvedBy', 'expires'].flatMap(name => {
    const key = `"${name}": "`;
    const at = newText.indexOf(`${key}"`);
    return at < 0 ? [] : [at + key.length];
  });
}
