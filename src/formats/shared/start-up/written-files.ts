import type { Reference } from '../../../model/extraction.ts';
import type { InterpolatedText } from '../../../parsers/interpolation.ts';
import type { PlacedText } from '../../../parsers/placed-text.ts';
import { ecosystemOfFile, refineEcosystem } from '../registries/system-mirrors.ts';
import { type ShellContext, shellReferences } from '../scripts/shell-references.ts';
import { mirrorsIn, stringReferences } from '../strings.ts';

/**
 * What the content of a file refers to that is written to `path`: a script, the settings of a tool, or any text.
 * @param read which variables a text holds that no script is.
 */
export function writtenFileReferences(
  content: PlacedText,
  path: string,
  context: ShellContext,
  read: (text: PlacedText) => InterpolatedText,
): Reference[] {
  if (SCRIPT.test(content.text) || ASSIGNMENTS.test(path)) return shellReferences(content, context);
  const text = read(content);
  const ecosystem = ecosystemOfFile(path);
  return ecosystem === undefined
    ? stringReferences(text, context.where, context.lookUp)
    : mirrorsIn(text, refineEcosystem(ecosystem, content.text), context.where, context.lookUp);
}

const SCRIPT = /^\s*#!.*\b(?:sh|bash|ash|dash|zsh|ksh)\b/;

/** Files of `NAME=value`. */
const ASSIGNMENTS = /^\/etc\/(?:environment|default\/|profile)|\.(?:env|sh)$/;
