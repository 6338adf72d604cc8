/** How many letters names have in common at their beginning when one may be meant by the other. */
const SAME_START = 3;

/** Whether somebody who wrote `text` may have meant one of the names: it begins as they do. */
export function mayMean(text: string, names: readonly string[]): boolean {
  const start = text.toLowerCase().slice(0, SAME_START);
  return start.length === SAME_START && names.some(name => name.toLowerCase().startsWith(start));
}
