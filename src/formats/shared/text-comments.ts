/**
 * In a value of several lines, which is a file of its own, tells what is not in its comments. To be asked with
 * offsets in ascending order.
 */
export function outsideComments(text: string): (offset: number) => boolean {
  if (!text.includes('\n')) return () => true;
  let lineEnd = -1;
  let isComment = false;
  return offset => {
    while (lineEnd < offset) {
      COMMENT.lastIndex = lineEnd + 1;
      isComment = COMMENT.test(text);
      const next = text.indexOf('\n', lineEnd + 1);
      lineEnd = next < 0 ? text.length : next;
    }
    return !isComment;
  };
}

/** The comments of shells, YAML, properties, INI, SQL and most languages, on lines of their own. */
const COMMENT = /[ \t]*(?:#|\/\/|;|--|\/?\*)/y;
