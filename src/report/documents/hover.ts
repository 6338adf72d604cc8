import type { Finding } from '../../model/finding.ts';
import type { MessageContext } from '../context.ts';
import { documentMarkdown } from './document-markdown.ts';
import { findingExplanation, type NextSteps } from './explanation.ts';

/**
 * The explanation of a finding as Markdown. Everything that comes from the repository is escaped. With `nextSteps`, the
 * reader's editor is one that runs our commands from links.
 */
export function findingHover(finding: Finding, context: MessageContext, nextSteps?: NextSteps): string {
  const document = findingExplanation(finding, context, nextSteps);
  return documentMarkdown(document, { commands: nextSteps !== undefined });
}
