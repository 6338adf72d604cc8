import { UNKNOWN_PART } from '../text/unknown-part.ts';
import type { InterpolatedPart, InterpolatedText, VariablePart } from './interpolation.ts';
import { type PlacedText, PlacedTextBuilder, slicePlaced } from './placed-text.ts';
import { parseShell, type ShellCommand } from './shell.ts';
import { spanWithin } from './tree.ts';

/**
 * Splits a script in which another tool puts values before any shell reads it (`${{ env.REGION }}` of a workflow):
 * the values can stand within quotes of either kind. In here-documents they are `UNKNOWN_PART`.
 * @param template the script; its variables are the other tool's.
 * @param parse splits what the shell reads then
 */
export function parseShellTemplate(
  template: InterpolatedText,
  parse: (script: PlacedText) => ShellCommand[] = parseShell,
): ShellCommand[] {
  const variables = new Map<number, VariablePart>();
  const builder = new PlacedTextBuilder();
  for (const part of template.parts) {
    if (part.type === 'text') builder.appendSlice(part.text, 0, part.text.text.length);
    else {
      builder.append(UNKNOWN_PART, part.span);
      variables.set(part.span.start, part);
    }
  }
  const commands = parse(builder.build(template.span));
  if (variables.size === 0) return commands;
  return commands.map(command => ({
    ...command,
    words: command.words.map(word => restored(word, variables)),
    redirects: command.redirects.map(redirect => ({
      ...redirect,
      target: restored(redirect.target, variables),
    })),
  }));
}

type Variables = ReadonlyMap<number, VariablePart>;

function restored(word: InterpolatedText, variables: Variables): InterpolatedText {
  return { ...word, parts: word.parts.flatMap(part => restoredPart(part, variables)) };
}

function restoredPart(part: InterpolatedPart, variables: Variables): InterpolatedPart[] {
  if (part.type === 'variable') {
    return [part.operand ? { ...part, operand: restored(part.operand, variables) } : part];
  }
  return part.text.text.includes(UNKNOWN_PART) ? splitAtVariables(part.text, variables) : [part];
}

/** A character of the file that only looks like a placeholder does not stand where a variable does. */
function splitAtVariables(text: PlacedText, variables: Variables): InterpolatedPart[] {
  const parts: InterpolatedPart[] = [];
  let start = 0;
  const addText = (end: number): void => {
    if (end > start) parts.push({ type: 'text', text: slicePlaced(text, start, end) });
  };
  let at = text.text.indexOf(UNKNOWN_PART);
  for (; at >= 0; at = text.text.indexOf(UNKNOWN_PART, at + 1)) {
    const variable = variables.get(spanWithin(text, at, at + 1).start);
    if (!variable) continue;
    addText(at);
    parts.push(variable);
    start = at + 1;
  }
  addText(text.text.length);
  return parts;
}
