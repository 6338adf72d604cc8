import type { InterpolatedPart, InterpolatedText } from '../../../parsers/interpolation.ts';
import { makeSlicer, sliceInterpolated, visibleText } from '../../../parsers/interpolation.ts';
import { type PlacedText, PlacedTextBuilder } from '../../../parsers/placed-text.ts';

/** One `s/pattern/replacement/` of a sed or perl script. */
export interface Substitution {
  /** As it is written. */
  readonly pattern: string;
  /** Without the backslashes that only keep characters from being special. */
  readonly replacement: InterpolatedText;
}

/**
 * The substitutions of a script (https://pubs.opengroup.org/onlinepubs/9799919799/utilities/sed.html), with any
 * delimiter. What only looks like one is no harm: its replacement is searched for addresses.
 */
export function substitutionsOf(script: InterpolatedText): Substitution[] {
  const { text } = visibleText(script);
  const slice = makeSlicer(script);
  const substitutions: Substitution[] = [];
  let position = 0;
  while (position < text.length) {
    START.lastIndex = position;
    const delimiter = START.exec(text)?.[1];
    if (delimiter === undefined) break;
    const patternStart = START.lastIndex;
    const patternEnd = closing(text, delimiter, patternStart);
    const replacementEnd = patternEnd === undefined ? undefined : closing(text, delimiter, patternEnd + 1);
    if (patternEnd === undefined || replacementEnd === undefined) break;
    const replacement = slice(patternEnd + 1, replacementEnd);
    substitutions.push({
      pattern: text.slice(patternStart, patternEnd),
      replacement: unescaped(replacement),
    });
    position = replacementEnd + 1;
  }
  return substitutions;
}

/** What the script adds to the file as a line: `1i text`, `$a\text`, `/pattern/c text`. */
export function addedLine(script: InterpolatedText): InterpolatedText | undefined {
  const { text } = visibleText(script);
  const start = ADDING.exec(text)?.[0].length;
  return start === undefined ? undefined : sliceInterpolated(script, start, text.length);
}

const ADDING = /^(?:\d+|\$|\/(?:[^/\\]|\\.)*\/)?\s*[aic](?:\\\s*|\s+)(?=\S)/;

/** `s` and its delimiter, at the script's start or after an address, a separator or another command. */
const START = /(?<![a-zA-Z_.-])s([^\sa-zA-Z0-9\\;.=_-])/g;

function closing(text: string, delimiter: string, from: number): number | undefined {
  for (let position = from; position < text.length; position++) {
    if (text[position] === '\\') position++;
    else if (text[position] === delimiter) return position;
  }
  return undefined;
}

function unescaped(text: InterpolatedText): InterpolatedText {
  return {
    span: text.span,
    parts: text.parts.map(
      (part): InterpolatedPart =>
        part.type === 'text' ? { type: 'text', text: withoutBackslashes(part.text) } : part,
    ),
  };
}

function withoutBackslashes(value: PlacedText): PlacedText {
  if (!value.text.includes('\\')) return value;
  const builder = new PlacedTextBuilder();
  let start = 0;
  for (const { index } of value.text.matchAll(/\\(?=[^\sa-zA-Z0-9])/g)) {
    // The character behind a backslash stands for itself, a second backslash too.
    if (index < start) continue;
    builder.appendSlice(value, start, index);
    builder.appendSlice(value, index + 1, index + 2);
    start = index + 2;
  }
  builder.appendSlice(value, start, value.text.length);
  return builder.build(value.span);
}
