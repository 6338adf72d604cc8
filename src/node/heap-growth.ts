import { setFlagsFromString } from 'node:v8';

/**
 * Has V8 collect garbage sooner than it would: it lets a young heap grow to several times what is in use. A scan of a large
 * tree keeps little of what it reads, so that each collection is cheap. A run that is over soon is left alone: what is
 * compiled and loaded at its start would be looked through again and again.
 *
 * @param v8 the version of V8, as in `process.versions`
 * @param delay in milliseconds
 * @param setFlags takes V8's flags: one that it does not know makes it write to standard error
 */
export function boundHeapGrowth(
  v8: string,
  delay = LONG_RUN,
  setFlags: (flags: string) => void = setFlagsFromString,
): void {
  if (/^1[123]\./.test(v8)) setTimeout(() => setFlags(`--heap-growing-percent=${GROWTH}`), delay).unref();
}

const LONG_RUN = 400;

/** By how much of what is in use the heap may grow before the next collection. */
const GROWTH = 50;
