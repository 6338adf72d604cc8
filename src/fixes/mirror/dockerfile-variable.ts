import { span } from '../../text/span.ts';
import { lineAround, removeLines } from '../lines.ts';
import type { Remove } from './removal.ts';

/** `ARG NAME=address` keeps its name, so that a build can still give it a value; `ENV NAME=address` goes. */
export const removeDockerfileVariable: Remove = (text, written) => {
  const line = lineAround(text, written.span.start);
  const before = text.slice(line.start, written.span.start);
  const after = text.slice(written.span.end, line.end);
  const previous = line.start > 0 ? lineAround(text, line.start - 1) : undefined;
  const isContinued = previous !== undefined && /[\\`][ \t]*$/.test(text.slice(previous.start, previous.end));
  if (isContinued || !/^["']?[ \t]*$/.test(after)) return undefined;
  const argument = /^[ \t]*ARG[ \t]+\w+(=["']?)$/i.exec(before)?.[1];
  if (argument !== undefined) {
    return [{ span: span(written.span.start - argument.length, line.end), newText: '' }];
  }
  return /^[ \t]*ENV[ \t]+\w+(?:[ \t]+|=)["']?$/i.test(before) ? [removeLines(text, line.start)] : undefined;
};
