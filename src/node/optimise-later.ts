import { setFlagsFromString } from 'node:v8';

/**
 * Has V8 optimise functions later than it would. A version without Maglev (https://v8.dev/blog/maglev) has only its slowest
 * compiler for what runs more than a little: in a run of a second or two it takes a core from the second thread and is
 * rarely paid back. Later versions are left alone: there it makes no difference.
 *
 * @param v8 the version of V8, as in `process.versions`
 * @param setFlags takes V8's flags: one that it does not know makes it write to standard error
 */
export function optimiseLater(v8: string, setFlags: (flags: string) => void = setFlagsFromString): void {
  if (v8.startsWith('11.')) setFlags(`--interrupt-budget=${BYTECODE_RUN}`);
}

/** Bytes of bytecode that a function runs through before it is looked at; V8 itself takes 67,584. */
const BYTECODE_RUN = 250_000;
