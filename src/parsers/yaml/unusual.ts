/** Thrown by the reader of plain blocks where a text has what only the library reads. */
export const UNUSUAL: unique symbol = Symbol('unusual');
