import type { Reference } from '../../../model/extraction.ts';
import type { InterpolatedText } from '../../../parsers/interpolation.ts';
import { parseShellTemplate } from '../../../parsers/shell-template.ts';
import { commandReferences, type ShellContext } from './shell-references.ts';

/** What a shell script refers to whose variables another tool puts in before any shell reads it. */
export function templatedShellReferences(script: InterpolatedText, context: ShellContext): Reference[] {
  return commandReferences(parseShellTemplate(script), context);
}
