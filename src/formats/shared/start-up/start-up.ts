import type { Reference } from '../../../model/extraction.ts';
import { splitExpressions } from '../../../parsers/embedded.ts';
import type { InterpolatedText } from '../../../parsers/interpolation.ts';
import { type PlacedText, slicePlaced } from '../../../parsers/placed-text.ts';
import { embeddedYaml } from '../../../parsers/yaml/embedded.ts';
import { type ShellContext, shellReferences } from '../scripts/shell-references.ts';
import { stringReferences } from '../strings.ts';
import { cloudConfigReferences } from './cloud-config.ts';

/**
 * What a machine is given for its first start, by what it begins with: a cloud-config, a shell script, several parts
 * (https://cloudinit.readthedocs.io/en/latest/explanation/format.html), or any other text.
 * @param content `${NAME}` in it is what `context` says.
 */
export function startUpReferences(content: PlacedText, context: ShellContext): Reference[] {
  const head = content.text.slice(0, HEAD_LENGTH);
  if (CLOUD_CONFIG.test(head)) return configReferences(content, context);
  const boundary = BOUNDARY.exec(head)?.[1];
  if (boundary !== undefined)
    return partsBetween(content, boundary).flatMap(part => partReferences(part, context));
  const isShell = /\s/.test(content.text) && !OTHER_LANGUAGE.test(head);
  return isShell
    ? shellReferences(content, context)
    : stringReferences(withExpressions(content), context.where, context.lookUp);
}

const HEAD_LENGTH = 1000;
const CLOUD_CONFIG = /^\s*(?:##[^\n]*\n\s*)*#cloud-config\b/;

/** PowerShell, JSON, lists of addresses, and the scripts of other interpreters. */
const OTHER_LANGUAGE =
  /^\s*(?:<(?:powershell|script)>|\{|#include|#cloud-boothook|#!(?![^\n]*\b(?:sh|bash|ash|dash|zsh|ksh)\b))/i;

/** https://www.rfc-editor.org/rfc/rfc2046#section-5.1 */
const BOUNDARY = /^Content-Type:\s*multipart\/[^\n]*(?:\n[ \t]+[^\n]*)?\bboundary="?([^"\s;]{1,70})/im;

function configReferences(content: PlacedText, { where, lookUp }: ShellContext): Reference[] {
  const context = { where, lookUp, read: withExpressions };
  return embeddedYaml(content).flatMap(document => cloudConfigReferences(document, context));
}

/** `${NAME}` as a template has it. */
export function withExpressions(text: PlacedText): InterpolatedText {
  return splitExpressions(text, EXPRESSION);
}

const EXPRESSION = /(?<!\$)\$\{([^{}\n]{1,500})\}/g;

/** A part that begins with headers is what stands behind them. */
function partReferences(part: PlacedText, context: ShellContext): Reference[] {
  const headers = /^\s*(?:[\w-]+:[^\n]*\n(?:[ \t]+[^\s:][^\n:]*\n)*)+/.exec(part.text)?.[0].length ?? 0;
  const body = slicePlaced(part, headers, part.text.length);
  return BOUNDARY.test(body.text.slice(0, HEAD_LENGTH)) ? [] : startUpReferences(body, context);
}

function partsBetween(content: PlacedText, boundary: string): PlacedText[] {
  const mark = `--${boundary}`;
  const parts: PlacedText[] = [];
  let start = content.text.indexOf(mark);
  while (start >= 0) {
    const from = start + mark.length;
    const next = content.text.indexOf(mark, from);
    if (next < 0 && content.text.startsWith('--', from)) break;
    parts.push(slicePlaced(content, from, next < 0 ? content.text.length : next));
    start = next;
  }
  return parts;
}
