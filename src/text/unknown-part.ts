/** Stands for unknown text inside a partly known value; no file format allows it in a name. */
export const UNKNOWN_PART = '\u0000';
