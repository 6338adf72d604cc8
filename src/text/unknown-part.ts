/** Stands for unknown text inside a partly known value; no file format allows it in a name. */
export const UNKNOWN_PART = '\u0000';

/** What is known of a partly known name. */
export function withoutUnknown(name: string): string {
  return name.replaceAll(UNKNOWN_PART, '');
}
