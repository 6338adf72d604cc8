/**
 * In a value of several lines, which is a file of its own, tells what is not in its comments. To be asked with
 * offsets in ascending order.
 */
export function outsideComments(text: string): (offset: number) => boolean {
  if (!text.includes('\n')) return () => true;
  let lineEnd = -1;
  let comment = 0;
  return offset => {
    while (lineEnd < offset) {
      const start = lineEnd + 1;
      const next = text.indexOf('\n', start);
      lineEnd = next < 0 ? text.length : next;
      COMMENT.lastIndex = start;
      const behind = text.slice(start, lineEnd).search(TRAILING_COMMENT);
      comment = COMMENT.test(text) ? start : behind < 0 ? lineEnd : start + behind;
    }
    return offset < comment;
  };
}

/** The comments of shells, YAML, properties, INI, SQL and most languages, on lines of their own. */
const COMMENT = /[ \t]*(?:#|\/\/|;|--|\/?\*)/y;

/** The one that most of them know behind something else; within quotes it is rare. */
const TRAILING_COMMENT = /(?<=[ \t])#(?=[ \t])/;
