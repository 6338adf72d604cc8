import { span } from '../../text/span.ts';
import { placedSlice } from '../placed-text.ts';
import type { DockerDirective } from './parse.ts';

/**
 * The parser directives: comments `# name=value` before anything else
 * (https://docs.docker.com/reference/dockerfile/#parser-directives).
 * @returns them, and where the rest of the file begins.
 */
export function readDirectives(text: string): {
  readonly directives: readonly DockerDirective[];
  readonly end: number;
} {
  const directives: DockerDirective[] = [];
  let end = 0;
  for (;;) {
    DIRECTIVE.lastIndex = end;
    const match = DIRECTIVE.exec(text);
    const [line, before = '', name = '', value = ''] = match ?? [];
    if (line === undefined || !KNOWN.has(name.toLowerCase())) return { directives, end };
    const start = end + before.length;
    const trimmed = value.trimEnd();
    directives.push({
      name: name.toLowerCase(),
      value: placedSlice(text, span(start, start + trimmed.length)),
    });
    end += line.length;
  }
}

const DIRECTIVE = /([ \t]*#[ \t]*([a-zA-Z]+)[ \t]*=[ \t]*)(?![ \t])([^\r\n]*)(?:\r?\n|$)/y;

/** Anything else is a comment and ends the directives. */
const KNOWN = new Set(['syntax', 'escape', 'check']);
